import LicenseCrypto
import LicenseIssuing
import LicenseModel
import LicensePolicy
import LicenseTesting
import Testing
import ZStackLicensing

@Suite("Refused files")
struct RefusedFileTests {
    /// The code of each error for a token, its stable name, and the member that the error names.
    private static let codes: [(code: LicenseError.Code, name: String, member: String?)] = [
        (.tooLarge, "too-large", nil), (.malformed, "malformed", nil),
        (.unsupportedFormat, "unsupported-format", nil), (.unsupportedAlgorithm, "unsupported-algorithm", nil),
        (.unknownKey, "unknown-key", nil), (.algorithmMismatch, "algorithm-mismatch", nil),
        (.signatureInvalid, "signature-invalid", nil), (.claimsInvalid, "claims-invalid", "exp"),
        (.unsupportedRequirement, "unsupported-requirement", "license.critical"),
        (.issuerMismatch, "issuer-mismatch", "iss"), (.keyNotValid, "key-not-valid", "iat"),
        (.wrongProduct, "wrong-product", "aud"),
    ]

    @Test("A file is refused with the requested code", arguments: codes)
    func refused(code: LicenseError.Code, name: String, member: String?) throws {
        let licensing = try TestLicensing(.base(), configuration: .testing(.zstack))
        let file = try licensing.file(refusedWith: code)
        let error = try #require(throws: LicenseError.self) { try licensing.verifier.verify(contents: file) }
        #expect(error.code.description == name)
        #expect(error.member == member)
    }

    @Test("A file is refused with the requested code at any time", arguments: codes)
    func anyTime(code: LicenseError.Code, name: String, member: String?) throws {
        for instant in [LicenseInstant.earliest, LicenseInstant(secondsSince1970: 0), .latest] {
            let licensing = try TestLicensing(clock: TestLicenseClock(at: instant), configuration: .testing(.zstack))
            let file = try licensing.file(refusedWith: code)
            let error = try #require(throws: LicenseError.self) { try licensing.verifier.verify(contents: file) }
            #expect(error.code.description == name, "\(instant)")
            #expect(error.member == member, "\(instant)")
        }
    }

    @Test("A license for another node is verified, but excluded by the policy", arguments: ["test-node", "xxxxxxxxxx"])
    func otherNode(node: String) throws {
        let configuration = PolicyConfiguration(
            catalog: .zstack,
            node: .only([try ClaimString(node), try ClaimString("an old one")]),
            build: .any
        )
        let licensing = try TestLicensing(configuration: configuration)
        let file = try licensing.verifier.verify(contents: try licensing.file(refusedWith: .wrongNode))
        licensing.gate.update(file.licenses)
        #expect(licensing.gate.findings.map(\.code) == [.wrongNode])
        #expect(licensing.gate.decision(for: .operate(.base)).reasons.map(\.code) == [.baseWrongNode])
    }

    @Test("An unknown code throws")
    func unknownCode() throws {
        let licensing = try TestLicensing(configuration: .testing(.zstack))
        #expect(throws: IssuingError.self) { try licensing.file(refusedWith: LicenseError.Code(rawValue: "later")) }
    }
}
