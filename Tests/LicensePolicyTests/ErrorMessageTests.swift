import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("Error messages")
struct ErrorMessageTests {
    static let codes: [LicenseError.Code] = [
        .tooLarge, .malformed, .unsupportedFormat, .unsupportedAlgorithm, .unknownKey, .algorithmMismatch,
        .signatureInvalid, .claimsInvalid, .unsupportedRequirement, .issuerMismatch, .keyNotValid, .wrongProduct,
        .wrongNode,
    ]

    @Test("Each code has a message in both languages that says what to do", arguments: codes)
    func bothLanguages(_ code: LicenseError.Code) {
        let message = LicenseError(code, message: "What was wrong. What to do.").message
        expectBothLanguages(message)
        #expect(message.english == "What was wrong. What to do.")
        // A sentence for the problem, and one or more for the advice.
        #expect(message.simplifiedChinese.split(separator: "。").count >= 2)
        #expect(message.simplifiedChinese.hasSuffix("。"))
        #expect(message.simplifiedChinese.contains("请"))
    }

    @Test("The messages of different codes differ, and the tests cover every code")
    func distinct() {
        #expect(
            Set(Self.codes.map { LicenseError($0, message: "-").message.simplifiedChinese }).count == Self.codes.count
        )
        #expect(Set(Self.codes.map(\.description)) == Set(LicenseError.Code.known.map(\.rawValue)))
    }

    @Test("The Chinese message names the block and the member with the problem")
    func blockAndMember() {
        let error = LicenseError(.claimsInvalid, message: "-", member: "license.limits.hosts", block: 12)
        #expect(error.message.simplifiedChinese.contains("license.limits.hosts"))
        #expect(error.message.simplifiedChinese.contains("第12个许可证"))
        let withoutPosition = LicenseError(.claimsInvalid, message: "-").message.simplifiedChinese
        #expect(!withoutPosition.contains("（"))
    }
}
