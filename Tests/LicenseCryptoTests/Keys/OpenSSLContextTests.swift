import LicenseCrypto
import LicenseModel
import Testing

/// Keys in the library's isolated context and in the process's context of libcrypto, as FIPS deployments use it.
@Suite("OpenSSL context")
struct OpenSSLContextTests {
    @Test("Without a configuration, each context verifies every algorithm", arguments: SignatureAlgorithm.known)
    func algorithms(algorithm: SignatureAlgorithm) throws {
        let signer = TestSigner.shared(algorithm)
        for context in [OpenSSLContext.isolated, .process] {
            let keys = try TrustedKeys([TrustedKey(jwk: signer.jwk.text, context: context)])
            let verifier = LicenseVerifier(trusting: keys, product: .any)
            #expect(verdict { try verifier.verify(token: signer.token(.base)) } == "accepted")
        }
    }

    @Test("A verifier can use keys of both contexts")
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
