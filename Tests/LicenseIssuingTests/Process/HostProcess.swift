import CLicenseOpenSSL
import Foundation
import LicenseCrypto
import LicenseIssuing
import LicenseModel
import Synchronization
import Testing

/// The actions of a host process that uses libcrypto both directly and through the library.
enum HostProcess {
    /// The order in which the host and the library first use libcrypto.
    enum Order: String, CaseIterable, Codable, Sendable {
        case hostFirst
        case libraryFirst
    }

    /// The public key of RFC 8037, appendix A.2.
    static let jwk = #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#

    /// Uses libcrypto in the process's context, as a host does for TLS.
    static func useLibcrypto() throws {
        let digest = try #require(EVP_MD_fetch(nil, "SHA256", nil))
        defer { EVP_MD_free(digest) }
        var hash = [UInt8](repeating: 0, count: 32)
        try #require(EVP_Digest([1, 2, 3], 3, &hash, nil, digest, nil) == 1)
    }

    /// Generates, encodes and loads a key of each algorithm, and signs and verifies with it.
    ///
    /// RSA keys are samples, which are not generated.
    static func useLibrary() throws {
        for algorithm in SignatureAlgorithm.known {
            let key = try Samples.otherKey(algorithm)
            let again = try SigningKey(jwk: try key.privateJWK())
            _ = try SigningKey(pem: try key.unencryptedPEM(), algorithm: algorithm)
            let text = Array("text".utf8)
            let isValid = key.trustedKey.isValid(try again.signature(over: text), over: text[...])
            try #require(isValid, "\(algorithm)")
        }
    }

    /// Delays the exit of the process after libcrypto's cleanup, while threads still run.
    ///
    /// Exit handlers run in reverse order, so call this function before any use of libcrypto.
    static func delayExit() {
        atexit { usleep(30_000) }
    }

    /// Starts threads that load keys and verify until the process exits, and returns after their first 30 verifications.
    static func verifyForever() throws {
        let algorithms = [SignatureAlgorithm.ed25519, .es256, .es384]
        let verifications = Verifications()
        for algorithm in algorithms {
            let key = try SigningKey.generate(algorithm)
            let text = Array("text".utf8)
            let signature = try key.signature(over: text)
            let (trusted, jwk) = (key.trustedKey, key.publicJWK)
            for isLoading in [false, true] {
                Thread {
                    while true {
                        // Loading and releasing a key also use libcrypto.
                        let key = isLoading ? try? TrustedKey(jwk: jwk) : trusted
                        _ = key?.isValid(signature, over: text[...])
                        verifications.count.add(1, ordering: .relaxed)
                    }
                }
                .start()
            }
        }
        while verifications.count.load(ordering: .relaxed) < 10 * algorithms.count {
            usleep(100)
        }
    }

    private final class Verifications: Sendable {
        let count = Atomic<Int>(0)
    }
}
