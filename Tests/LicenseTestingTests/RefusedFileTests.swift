import LicenseCrypto
import LicenseModel
import LicenseTesting
import Testing

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
        let world = try TestLicensing(.base())
        let file = try world.file(refusedWith: code)
        let error = try #require(throws: LicenseError.self) { try world.verifier.verify(file: file) }
        #expect(error.code.description == name)
        #expect(error.member == member)
    }

    @Test("Whatever the clock, the product and the node are", arguments: codes)
    func elsewhere(code: LicenseError.Code, name: String, member: String?) throws {
        for instant in [Instant.earliest, Instant(secondsSince1970: 0), .latest] {
            let world = try TestLicensing(clock: TestClock(at: instant), product: "other-product", node: "other-node")
            let file = try world.file(refusedWith: code)
            let error = try #require(throws: LicenseError.self) { try world.verifier.verify(file: file) }
            #expect(error.code.description == name, "\(instant)")
            #expect(error.member == member, "\(instant)")
        }
    }

    @Test("A licence of other nodes is set apart", arguments: ["test-node", "other-node"] as [ClaimString])
    func otherNode(node: ClaimString) throws {
        let world = try TestLicensing(.base(), node: node)
        let file = try world.verifier.verify(file: try world.file(refusedWith: .wrongNode))
        #expect(file.licenses.isEmpty)
        #expect(file.otherNodes.map(\.code) == [.wrongNode])
    }
}
