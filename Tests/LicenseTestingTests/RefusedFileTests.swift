import LicenseCrypto
import LicenseIssuing
import LicenseModel
import LicensePolicy
import LicenseTesting
import Testing
import ZStackLicensing

@Suite("Files that are refused")
struct RefusedFileTests {
    /// Every code of a token, with the member that its error names.
    private static let codes: [(code: LicenseError.Code, name: String, member: String?)] = [
        (.tooLarge, "too-large", nil), (.malformed, "malformed", nil),
        (.unsupportedFormat, "unsupported-format", nil), (.unsupportedAlgorithm, "unsupported-algorithm", nil),
        (.unknownKey, "unknown-key", nil), (.algorithmMismatch, "algorithm-mismatch", nil),
        (.signatureInvalid, "signature-invalid", nil), (.claimsInvalid, "claims-invalid", "exp"),
        (.unsupportedRequirement, "unsupported-requirement", "license.critical"),
        (.issuerMismatch, "issuer-mismatch", "iss"), (.keyNotValid, "key-not-valid", "iat"),
        (.wrongProduct, "wrong-product", "aud"),
    ]

    @Test("A file is refused with the code that is asked for", arguments: codes)
    func refused(code: LicenseError.Code, name: String, member: String?) throws {
        let world = try TestLicensing(.base(), configuration: .testing(.zstack))
        let file = try world.file(refusedWith: code)
        let error = try #require(throws: LicenseError.self) { try world.verifier.verify(contents: file) }
        #expect(error.code.description == name)
        #expect(error.member == member)
    }

    @Test("Whatever the clock and the product are", arguments: codes)
    func elsewhere(code: LicenseError.Code, name: String, member: String?) throws {
        for instant in [LicenseInstant.earliest, LicenseInstant(secondsSince1970: 0), .latest] {
            let world = try TestLicensing(clock: TestLicenseClock(at: instant), configuration: .testing(.zstack))
            let file = try world.file(refusedWith: code)
            let error = try #require(throws: LicenseError.self) { try world.verifier.verify(contents: file) }
            #expect(error.code.description == name, "\(instant)")
            #expect(error.member == member, "\(instant)")
        }
    }

    @Test("A license of other nodes is accepted, and the policy excludes it", arguments: ["test-node", "xxxxxxxxxx"])
    func otherNode(node: String) throws {
        let configuration = PolicyConfiguration(
            catalog: .zstack,
            node: .only([try ClaimString(node), try ClaimString("an old one")]),
            build: .any
        )
        let world = try TestLicensing(configuration: configuration)
        let file = try world.verifier.verify(contents: try world.file(refusedWith: .wrongNode))
        world.gate.update(file.licenses)
        #expect(world.gate.findings.map(\.code) == [.wrongNode])
        #expect(world.gate.decision(for: .operate(.base)).reasons.map(\.code) == [.baseWrongNode])
    }

    @Test("A code that no verifier has makes no file")
    func unknownCode() throws {
        let world = try TestLicensing(configuration: .testing(.zstack))
        #expect(throws: IssuingError.self) { try world.file(refusedWith: LicenseError.Code(rawValue: "later")) }
    }
}
