import LicenseCrypto
import LicenseModel
import Testing

/// Keys in the process's own context of libcrypto, as FIPS sites use it.
@Suite("Library context")
struct LibraryContextTests {
    @Test("Without a configuration, each context verifies every algorithm", arguments: SignatureAlgorithm.known)
    func algorithms(algorithm: SignatureAlgorithm) throws {
        let signer = TestSigner.shared(algorithm)
        for context in LibraryContext.allCases {
            let keys = try TrustedKeys([TrustedKey(jwk: signer.jwk.text, context: context)])
            let verifier = LicenseVerifier(trusting: keys, product: .any)
            #expect(verdict { try verifier.verify(token: signer.token(.base)) } == "accepted")
        }
    }

    @Test("Keys of both contexts work side by side")
    func mixture() throws {
        let first = TestSigner.shared(.ed25519)
        let second = TestSigner.shared(.es256)
        let keys = try TrustedKeys([
            TrustedKey(jwk: first.jwk.text, context: .isolated), TrustedKey(jwk: second.jwk.text, context: .process),
        ])
        let verifier = LicenseVerifier(trusting: keys, product: .any)
        #expect(verdict { try verifier.verify(token: first.token(.base)) } == "accepted")
        #expect(verdict { try verifier.verify(token: second.token(.plus)) } == "accepted")
    }
}
