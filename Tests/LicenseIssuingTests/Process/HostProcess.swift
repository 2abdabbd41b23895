import CLicenseOpenSSL
import Foundation
import LicenseCrypto
import LicenseIssuing
import LicenseModel
import Synchronization
import Testing

/// What a process does with libcrypto beside the library, in processes that the tests start.
enum HostProcess {
    /// Whether the host's own use of libcrypto or the library's comes first.
    enum Order: String, CaseIterable, Codable, Sendable {
        case hostFirst
        case libraryFirst
    }

    /// The public key of RFC 8037, A.2.
    static let jwk = #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#

    /// Uses libcrypto in the process's own context, as a host does for TLS.
    static func useLibcrypto() throws {
        let digest = try #require(EVP_MD_fetch(nil, "SHA256", nil))
        defer { EVP_MD_free(digest) }
        var hash = [UInt8](repeating: 0, count: 32)
        try #require(EVP_Digest([1, 2, 3], 3, &hash, nil, digest, nil) == 1)
    }

    /// Makes a key of each kind, writes and reads it, signs with it, and verifies.
    static func useLibrary() throws {
        for algorithm in SignatureAlgorithm.known {
            let key = try SigningKey.generate(algorithm, rsaBits: 2_048)
            let again = try SigningKey(jwk: try key.privateJWK())
            _ = try SigningKey(pem: try key.unencryptedPEM(), algorithm: algorithm)
            let text = Array("text".utf8)
            let isValid = key.trustedKey.isValid(try again.signature(over: text), over: text[...])
            try #require(isValid, "\(algorithm)")
        }
    }

    /// Keeps the process's exit from ending for a moment, in which libcrypto is cleaned up and threads still run.
    ///
    /// Exit handlers run last to first: it comes before any use of libcrypto.
    static func exitSlowly() {
        atexit { usleep(30_000) }
    }

    /// Loads keys and verifies on some threads until the process ends, and returns once each has begun.
    static func verifyForEver() throws {
        let algorithms = [SignatureAlgorithm.ed25519, .es256, .es384]
        let begun = Begun()
        for algorithm in algorithms {
            let key = try SigningKey.generate(algorithm, rsaBits: 2_048)
            let text = Array("text".utf8)
            let signature = try key.signature(over: text)
            let (trusted, jwk) = (key.trustedKey, key.publicJWK)
            for isLoading in [false, true] {
                Thread {
                    while true {
                        // Loading a key is use of libcrypto, too, and so is releasing it.
                        let key = isLoading ? try? TrustedKey(jwk: jwk) : trusted
                        _ = key?.isValid(signature, over: text[...])
                        begun.count.add(1, ordering: .relaxed)
                    }
                }
                .start()
            }
        }
        while begun.count.load(ordering: .relaxed) < 10 * algorithms.count {
            usleep(100)
        }
    }

    private final class Begun: Sendable {
        let count = Atomic<Int>(0)
    }
}
