import LicenseCrypto
import LicenseIssuing
import LicenseModel
import Testing

@Suite("Key generation")
struct GenerateTests {
    @Test(
        "A generated key is new, and has the given algorithm and id",
        arguments: SignatureAlgorithm.known
    )
    func generate(algorithm: SignatureAlgorithm) throws {
        let key = try SigningKey.generate(algorithm, id: "2026-a", rsaBits: 2_048)
        #expect(key.algorithm == algorithm)
        #expect(key.id == "2026-a")
        #expect(key.environment == .production)
        #expect(key.publicPEM != (try Samples.key(algorithm)).publicPEM)
    }

    @Test("An RSA key has 3,072 bits by default, and an invalid size is refused")
    func bits() throws {
        // The base64url of a modulus of 384 bytes has 512 characters.
        #expect(try SigningKey.generate(.ps256).publicJWK.contains(/"n":"[A-Za-z0-9_-]{512}"/))
        for bits in [2_047, 4_097, 0, -1, .max, .min] {
            let error = #expect(throws: SigningKeyError.self) { try SigningKey.generate(.rs256, rsaBits: bits) }
            #expect(error?.code == .weakKey)
        }
    }

    @Test("A key with an empty validity period is not generated")
    func validity() {
        let instant = LicenseInstant(secondsSince1970: 1)
        let error = #expect(throws: SigningKeyError.self) {
            try SigningKey.generate(conditions: KeyConditions(issuer: .any, validity: .between(instant, instant)))
        }
        #expect(error?.code == .malformed)
    }

    @Test("Keys can be generated and loaded in the process's context", arguments: SignatureAlgorithm.known)
    func processContext(algorithm: SignatureAlgorithm) throws {
        let key = try SigningKey.generate(algorithm, rsaBits: 2_048, context: .process)
        let again = try SigningKey(jwk: try key.privateJWK(), context: .process)
        let issuer = LicenseIssuer(key: again, issuer: Samples.issuer, catalog: Samples.catalog)
        let issued = try issuer.issue(Samples.base, at: Samples.now)
        let verifier = LicenseVerifier(
            trusting: try TrustedKeys([try TrustedKey(jwk: key.publicJWK)]),
            product: .only("cloud")
        )
        #expect(try verifier.verify(token: issued.token) == issued.license)
    }
}
