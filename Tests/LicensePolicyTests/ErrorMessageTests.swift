import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("Messages of errors")
struct ErrorMessageTests {
    static let codes: [LicenseError.Code] = [
        .tooLarge, .malformed, .unsupportedFormat, .unsupportedAlgorithm, .unknownKey, .algorithmMismatch,
        .signatureInvalid, .claimsInvalid, .unsupportedRequirement, .issuerMismatch, .keyNotValid, .wrongProduct,
        .wrongNode,
    ]

    @Test("Each code has a text in both languages, that says what to do", arguments: codes)
    func bothLanguages(_ code: LicenseError.Code) {
        let message = LicenseError(code, "What was wrong. What to do.").message
        expectBothLanguages(message)
        #expect(message.english == "What was wrong. What to do.")
        // The problem and the advice, a sentence each.
        #expect(message.simplifiedChinese.split(separator: "。").count == 2)
        #expect(message.simplifiedChinese.hasSuffix("。"))
        #expect(message.simplifiedChinese.contains("请"))
    }

    @Test("The codes have texts of their own, and there is one for each")
    func distinct() {
        #expect(Set(Self.codes.map { LicenseError($0, "-").message.simplifiedChinese }).count == 13)
        #expect(Set(Self.codes.map(\.description)) == Set(LicenseError.Code.known.map(\.rawValue)))
    }

    @Test("The Chinese names the block and the member that are wrong")
    func place() {
        let error = LicenseError(.claimsInvalid, "-", member: "license.limits.hosts", block: 12)
        #expect(error.message.simplifiedChinese.contains("license.limits.hosts"))
        #expect(error.message.simplifiedChinese.contains("第12段"))
        let elsewhere = LicenseError(.claimsInvalid, "-").message.simplifiedChinese
        #expect(!elsewhere.contains("（"))
    }
}
