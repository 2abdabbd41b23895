import LicenseCrypto
import LicenseIssuing
import LicenseModel
import TestSupport
import Testing
import ZStackLicensing

@Suite("Issuing with each algorithm")
struct IssuingTests {
    @Test("A product that trusts the public key reads the values of the draft", arguments: SignatureAlgorithm.known)
    func everyAlgorithm(algorithm: SignatureAlgorithm) throws {
        let issued = try Samples.issuer(algorithm).issue(Samples.base, at: Samples.now)

        let keys = try TrustedKeys([try TrustedKey(jwk: try Samples.key(algorithm).publicJWK)])
        let license = try LicenseVerifier(trusting: keys, product: .only("cloud")).verify(token: issued.token)
        #expect(license == issued.license)
        #expect(license.algorithm == algorithm)
        #expect(license.id == "L-1")
        #expect(license.issuer == ClaimString(literal: "https://vendor.example"))
        #expect(license.product == "cloud")
        #expect(license.licensee == ClaimString(literal: "Müller 有限公司"))
        #expect(license.issuedAt.description == "2026-11-24T12:00:00Z")
        #expect(license.notBefore.description == "2026-11-24T12:00:00Z")
        #expect(license.expiresAt?.description == "2027-11-24T12:00:00Z")
        #expect(license.limits == [.hosts: .count(10)])
    }
}
