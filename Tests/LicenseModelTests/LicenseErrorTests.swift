import LicenseModel
import Testing

@Suite("Errors")
struct LicenseErrorTests {
    static let codes: [(LicenseError.Code, String)] = [
        (.tooLarge, "too-large"), (.malformed, "malformed"), (.unsupportedFormat, "unsupported-format"),
        (.unsupportedAlgorithm, "unsupported-algorithm"), (.unknownKey, "unknown-key"),
        (.algorithmMismatch, "algorithm-mismatch"), (.signatureInvalid, "signature-invalid"),
        (.claimsInvalid, "claims-invalid"), (.unsupportedRequirement, "unsupported-requirement"),
        (.issuerMismatch, "issuer-mismatch"), (.keyNotValid, "key-not-valid"), (.wrongProduct, "wrong-product"),
        (.wrongNode, "wrong-node"),
    ]

    @Test("A code has the name of the contract", arguments: codes)
    func name(_ code: LicenseError.Code, _ name: String) {
        #expect(code.description == name)
    }

    @Test("The table above is complete, and no two codes are equal")
    func complete() {
        #expect(Set(Self.codes.map(\.0)).count == 13)
        #expect(LicenseError.Code.Name.allCases.map(\.rawValue) == Self.codes.map(\.1))
    }

    @Test("An error's text is the code, the block and the message")
    func text() {
        #expect("\(LicenseError(.signatureInvalid, "Ask."))" == "signature-invalid: Ask.")
        #expect("\(LicenseError(.malformed, "Ask.", block: 2))" == "malformed in block 2: Ask.")
    }

    @Test("An error found in a block keeps everything else")
    func block() {
        let error = LicenseError(.claimsInvalid, "Ask.", member: "license.limits", licenseID: "L-1").inBlock(3)
        #expect(error.code == .claimsInvalid)
        #expect(error.message == "Ask.")
        #expect(error.member == "license.limits")
        #expect(error.block == 3)
        #expect(error.licenseID == "L-1")
    }
}
