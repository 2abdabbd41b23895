import Foundation
import LicenseModel
import Testing

@Suite("License errors")
struct LicenseErrorTests {
    static let codes: [(LicenseError.Code, String)] = [
        (.tooLarge, "too-large"), (.malformed, "malformed"), (.unsupportedFormat, "unsupported-format"),
        (.unsupportedAlgorithm, "unsupported-algorithm"), (.unknownKey, "unknown-key"),
        (.algorithmMismatch, "algorithm-mismatch"), (.signatureInvalid, "signature-invalid"),
        (.claimsInvalid, "claims-invalid"), (.unsupportedRequirement, "unsupported-requirement"),
        (.issuerMismatch, "issuer-mismatch"), (.keyNotValid, "key-not-valid"), (.wrongProduct, "wrong-product"),
        (.wrongNode, "wrong-node"),
    ]

    @Test("A code has its documented name", arguments: codes)
    func name(_ code: LicenseError.Code, _ name: String) {
        #expect(code.description == name)
    }

    @Test("The list of codes is complete and has no duplicates")
    func complete() {
        #expect(Set(Self.codes.map(\.0)).count == Self.codes.count)
        #expect(LicenseError.Code.known.map(\.rawValue) == Self.codes.map(\.1))
    }

    @Test("An error's description has the code and the message, which names the block")
    func text() {
        #expect("\(LicenseError(.signatureInvalid, "Ask.", "请联系。"))" == "signature-invalid: Ask.")
        let error = LicenseError(.malformed, "Ask.", "请联系。").inBlock(2)
        #expect("\(error)" == "malformed: License 2 in the file: Ask.")
    }

    @Test("Setting the block of an error names it, and keeps the other properties")
    func block() {
        let error = LicenseError(
            .claimsInvalid,
            "Ask.",
            "请联系。",
            member: "license.limits",
            line: 7,
            licenseID: "L-1"
        )
        .inBlock(3)
        #expect(error.code == .claimsInvalid)
        #expect(error.message.english == "License 3 in the file: Ask.")
        #expect(error.message.simplifiedChinese == "文件中第3个许可证：请联系。")
        #expect(error.line == 7)
        #expect(error.member == "license.limits")
        #expect(error.block == 3)
        #expect(error.licenseID == "L-1")
    }

    @Test("Each code has a distinct general message in both languages", arguments: LicenseError.Code.known)
    func general(_ code: LicenseError.Code) {
        let error = LicenseError(code)
        #expect(error.code == code)
        #expect(error.message.english.hasSuffix("."))
        #expect(error.message.simplifiedChinese.hasSuffix("。"))
        let others = LicenseError.Code.known.filter { $0 != code }.map { LicenseError($0).message }
        #expect(!others.contains(error.message))
    }

    @Test("A general message names the block and the member", arguments: LicenseError.Code.known)
    func place(_ code: LicenseError.Code) {
        let message = LicenseError(code, member: "exp", block: 12).message
        #expect(message.english.lowercased().contains("license 12 in the file"))
        #expect(message.simplifiedChinese.contains("文件中第12个许可证"))
        #expect(message.english.contains("exp)") == (code == .claimsInvalid))
    }

    @Test("A code from a later release is kept and has a message")
    func laterCode() throws {
        let code = LicenseError.Code(rawValue: "revoked")
        let data = try JSONEncoder().encode([code])
        #expect(String(decoding: data, as: UTF8.self) == #"["revoked"]"#)
        #expect(try JSONDecoder().decode([LicenseError.Code].self, from: data) == [code])
        #expect(LicenseError(code).message.english == "The license was refused: revoked. Contact the vendor.")
    }

    @Test(
        "An invalid code is not decoded",
        arguments: [#"[""]"#, #"["a b"]"#, #"["\u001b[31m"]"#, "[1]"]
    )
    func decodingInvalid(_ json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([LicenseError.Code].self, from: Data(json.utf8))
        }
    }

    @Test("Errors compare without their messages")
    func equality() {
        let message = LocalizedText("Ask.", [.simplifiedChinese: "请联系。"])
        #expect(LicenseError(.wrongProduct, message: message) == LicenseError(.wrongProduct))
        #expect(LicenseError(.wrongProduct, message: message).message == message)
        #expect(LicenseError(.wrongProduct) != LicenseError(.wrongNode))
        #expect(LicenseError(.malformed, block: 1) != LicenseError(.malformed, block: 2))
        #expect(LicenseError(.malformed, line: 1) != LicenseError(.malformed, line: 2))
        #expect(LicenseError(.malformed, recognizedFile: .pdf) != LicenseError(.malformed))
        #expect(Set([LicenseError(.wrongProduct, message: message), LicenseError(.wrongProduct)]).count == 1)
    }
}
