import CLicenseOpenSSL
import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// P57: what the host left in libcrypto's queue of errors stays there, and nothing is added.
///
/// The queue is a thread's own; these tests do not wait, so that they stay on one thread.
@Suite("The host's queue of errors is left as it was", .tags(.p57))
struct ErrorQueueTests {
    /// Runs something with one error in the queue, and tells whether that error, and no other, is there afterwards.
    private static func isUntouched(_ body: () -> Void) -> Bool {
        ERR_clear_error()
        // The host's error: there is no such digest.
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

    private static func isEmpty(_ body: () -> Void) -> Bool {
        ERR_clear_error()
        body()
        let isEmpty = ERR_peek_error() == 0
        ERR_clear_error()
        return isEmpty
    }

    @Test("The check itself notices an error that is added or lost")
    func check() {
        #expect(!Self.isUntouched { EVP_MD_free(EVP_MD_fetch(nil, "no-such-digest-either", nil)) })
        #expect(!Self.isUntouched { ERR_clear_error() })
        #expect(Self.isUntouched {})
        #expect(!Self.isEmpty { EVP_MD_free(EVP_MD_fetch(nil, "no-such-digest", nil)) })
    }

    @Test("A good and a bad license leave the queue as it was", arguments: SignatureAlgorithm.known)
    func licenses(algorithm: SignatureAlgorithm) throws {
        let signer = TestSigner.shared(algorithm)
        let verifier = try LicenseVerifier([signer])
        let good = signer.token(.base)
        let parts = good.split(separator: ".").map(String.init)
        let size = try #require(Base64.decodeURL(parts[2])).count
        let bad = [
            [UInt8](repeating: 0, count: size), [UInt8](repeating: 0xFF, count: size),
            [UInt8](repeating: 1, count: size),
            [1], [UInt8](repeating: 1, count: size + 1),
        ]
        var outcome = ""
        #expect(Self.isUntouched { outcome = verdict { try verifier.verify(token: good) } })
        #expect(outcome == "accepted")
        for signature in bad {
            let token = "\(parts[0]).\(parts[1]).\(signature.base64URL)"
            #expect(Self.isUntouched { outcome = verdict { try verifier.verify(token: token) } })
            #expect(outcome == "signature-invalid")
            #expect(Self.isEmpty { outcome = verdict { try verifier.verify(token: token) } })
            #expect(outcome == "signature-invalid")
        }
    }

    @Test("A good and a refused key leave the queue as it was")
    func keys() {
        let zero = [UInt8](repeating: 0, count: 32)
        let one = zero.dropLast() + [1]
        var even = TestSigner.shared(.ps256).modulus
        even[255] &= 0xFE
        let texts = [
            (DER.point("P-256", [4] + zero + one).pem(), "weak-key"),
            (DER.point("SM2", [4] + zero + one).pem(), "weak-key"),
            (DER.point("P-384", [4] + [UInt8](repeating: 0xFF, count: 96)).pem(), "weak-key"),
            (DER.rsaKey(modulus: even, exponent: [1, 0, 1]).pem(), "weak-key"),
            (DER.point("P-256", [0]).pem(), "unsupported"), ("x", "malformed"),
            (TestSigner.shared(.ps256).pem, "accepted"),
        ]
        for (pem, expected) in texts {
            func outcome() -> String {
                verdict { try TrustedKey(pem: pem, algorithm: pem.utf8.count > 300 ? .ps256 : nil) }
            }
            var found = ["", ""]
            #expect(Self.isUntouched { found[0] = outcome() })
            #expect(Self.isEmpty { found[1] = outcome() })
            #expect(found == [expected, expected])
        }
    }
}
