import CLicenseOpenSSL
import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// The error queue of libcrypto, which must keep the errors of the host and receive none from the library.
///
/// Each thread has its own queue. These tests never suspend, so that each runs on one thread.
@Suite("Preservation of the host's error queue", .tags(.p57))
struct ErrorQueueTests {
    /// Runs a closure with one error in the queue, and returns whether the queue is unchanged.
    private static func preservesError(_ body: () -> Void) -> Bool {
        ERR_clear_error()
        // The host's error: the digest does not exist.
        precondition(EVP_MD_fetch(nil, "no-such-digest", nil) == nil)
        let error = ERR_peek_last_error()
        precondition(error != 0 && ERR_peek_error() == error)
        body()
        var errors: [UInt] = []
        while true {
            let next = ERR_get_error()
            guard next != 0 else {
                break
            }
            errors.append(next)
        }
        return errors == [error]
    }

    /// Runs a closure with an empty queue, and returns whether the queue is still empty.
    private static func addsNoError(_ body: () -> Void) -> Bool {
        ERR_clear_error()
        body()
        let isEmpty = ERR_peek_error() == 0
        ERR_clear_error()
        return isEmpty
    }

    @Test("The checks detect an error that is added or removed")
    func detection() {
        #expect(!Self.preservesError { EVP_MD_free(EVP_MD_fetch(nil, "no-such-digest-either", nil)) })
        #expect(!Self.preservesError { ERR_clear_error() })
        #expect(Self.preservesError {})
        #expect(!Self.addsNoError { EVP_MD_free(EVP_MD_fetch(nil, "no-such-digest", nil)) })
    }

    @Test("Verifying a valid or an invalid license preserves the queue", arguments: SignatureAlgorithm.known)
    func licenses(algorithm: SignatureAlgorithm) throws {
        let signer = TestSigner.shared(algorithm)
        let verifier = try LicenseVerifier([signer])
        let valid = signer.token(.base)
        let parts = valid.split(separator: ".").map(String.init)
        let size = try #require(Base64.decodeURL(parts[2])).count
        let invalid = [
            [UInt8](repeating: 0, count: size), [UInt8](repeating: 0xFF, count: size),
            [UInt8](repeating: 1, count: size),
            [1], [UInt8](repeating: 1, count: size + 1),
        ]
        var outcome = ""
        #expect(Self.preservesError { outcome = verdict { try verifier.verify(token: valid) } })
        #expect(outcome == "accepted")
        for signature in invalid {
            let token = "\(parts[0]).\(parts[1]).\(signature.base64URL)"
            #expect(Self.preservesError { outcome = verdict { try verifier.verify(token: token) } })
            #expect(outcome == "signature-invalid")
            #expect(Self.addsNoError { outcome = verdict { try verifier.verify(token: token) } })
            #expect(outcome == "signature-invalid")
        }
    }

    @Test("Loading a valid or a refused key preserves the queue")
    func keys() {
        let zero = [UInt8](repeating: 0, count: 32)
        let one = zero.dropLast() + [1]
        var even = TestSigner.shared(.ps256).modulus
        even[255] &= 0xFE
        let keys: [(pem: String, algorithm: SignatureAlgorithm?, expected: String)] = [
            (DER.curveKey("P-256", [4] + zero + one).pem(), nil, "weak-key"),
            (DER.curveKey("SM2", [4] + zero + one).pem(), nil, "weak-key"),
            (DER.curveKey("P-384", [4] + [UInt8](repeating: 0xFF, count: 96)).pem(), nil, "weak-key"),
            (DER.rsaKey(modulus: even, exponent: [1, 0, 1]).pem(), .ps256, "weak-key"),
            (DER.curveKey("P-256", [0]).pem(), nil, "unsupported"), ("x", nil, "malformed"),
            (TestSigner.shared(.ps256).pem, .ps256, "accepted"),
        ]
        for (pem, algorithm, expected) in keys {
            func outcome() -> String {
                verdict { try TrustedKey(pem: pem, algorithm: algorithm) }
            }
            var outcomes = ["", ""]
            #expect(Self.preservesError { outcomes[0] = outcome() })
            #expect(Self.addsNoError { outcomes[1] = outcome() })
            #expect(outcomes == [expected, expected])
        }
    }
}
