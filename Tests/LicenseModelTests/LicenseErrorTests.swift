import Foundation
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
        #expect(LicenseError.Code.known.map(\.rawValue) == Self.codes.map(\.1))
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
        #expect(error.message.english == "Ask.")
        #expect(error.member == "license.limits")
        #expect(error.block == 3)
        #expect(error.licenseID == "L-1")
    }

    @Test("An error of a code alone has a message of its own in both languages", arguments: LicenseError.Code.known)
    func general(_ code: LicenseError.Code) {
        let error = LicenseError(code)
        #expect(error.code == code)
        #expect(error.message.english.hasSuffix("."))
        #expect(error.message.simplifiedChinese.hasSuffix("。"))
        let others = LicenseError.Code.known.filter { $0 != code }.map { LicenseError($0).message }
        #expect(!others.contains(error.message))
    }

    @Test("A code that only a later release has is kept, and has words")
    func laterCode() throws {
        let code = LicenseError.Code(rawValue: "revoked")
        let data = try JSONEncoder().encode([code])
        #expect(String(decoding: data, as: UTF8.self) == #"["revoked"]"#)
        #expect(try JSONDecoder().decode([LicenseError.Code].self, from: data) == [code])
        #expect(LicenseError(code).message.english == "The license is refused: revoked. Ask the vendor.")
    }

    @Test(
        "A text that no code can be is not decoded as one",
        arguments: [#"[""]"#, #"["a b"]"#, #"["\u001b[31m"]"#, "[1]"]
    )
    func decodingInvalid(_ json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([LicenseError.Code].self, from: Data(json.utf8))
        }
    }

    @Test("Errors are equal whatever their words are")
    func equality() {
        let words = LocalizedText("Ask.", [.simplifiedChinese: "请联系。"])
        #expect(LicenseError(.wrongProduct, message: words) == LicenseError(.wrongProduct))
        #expect(LicenseError(.wrongProduct, message: words).message == words)
        #expect(LicenseError(.wrongProduct) != LicenseError(.wrongNode))
        #expect(LicenseError(.malformed, block: 1) != LicenseError(.malformed, block: 2))
        #expect(LicenseError(.malformed, message: words, block: 1).inBlock(2).message == words)
        #expect(Set([LicenseError(.wrongProduct, message: words), LicenseError(.wrongProduct)]).count == 1)
    }
}
