import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("The platform's errors")
struct PlatformErrorTests {
    private func denial(_ reasons: DenialReason...) -> LicenseDenial {
        LicenseDenial(capability: .operate(.base), reasons: reasons)
    }

    @Test(
        "A denial's code is that of its first reason",
        arguments: [
            ([.baseExpired("L-1", since: .earliest)], "LICENSE.1000"),
            ([.moduleExpired(.vmware, "P-1", since: .earliest)], "LICENSE.1000"),
            ([.moduleExpired(.vmware, "P-1", since: .earliest), .featureNotIncluded("x", "P-1")], "LICENSE.1000"),
            ([.baseMissing], "LICENSE.1001"),
            ([.baseMissing, .moduleExpired(.vmware, "P-1", since: .earliest)], "LICENSE.1001"),
            ([.baseNotYetValid("L-1", from: .latest)], "LICENSE.1001"),
            ([.baseBuildNotCovered("L-1", updatesUntil: .earliest)], "LICENSE.1001"),
            ([.moduleNotActivated(.vmware)], "LICENSE.1001"),
            ([.moduleNotYetValid(.vmware, "P-1", from: .latest)], "LICENSE.1001"),
            ([.moduleBuildNotCovered(.vmware, "P-1", updatesUntil: .earliest)], "LICENSE.1001"),
            ([.featureNotIncluded("x", "L-1")], "LICENSE.1001"),
            ([.limitReached([LimitShortage(unit: .hosts, limit: 1, used: 1, requested: 1)])], "LICENSE.1001"),
        ] as [([DenialReason], String)]
    )
    func denials(_ reasons: [DenialReason], _ code: String) {
        let denial = LicenseDenial(capability: .operate(.base), reasons: reasons)
        #expect(PlatformErrorCode(denial).rawValue == code)
    }

    @Test(
        "A refused text is no valid licence, but for one of other nodes",
        arguments: [
            (.tooLarge, "LICENSE.1006"), (.malformed, "LICENSE.1006"), (.unsupportedFormat, "LICENSE.1006"),
            (.unsupportedAlgorithm, "LICENSE.1006"), (.unknownKey, "LICENSE.1006"),
            (.algorithmMismatch, "LICENSE.1006"), (.signatureInvalid, "LICENSE.1006"), (.claimsInvalid, "LICENSE.1006"),
            (.unsupportedRequirement, "LICENSE.1006"), (.issuerMismatch, "LICENSE.1006"),
            (.keyNotValid, "LICENSE.1006"), (.wrongProduct, "LICENSE.1006"), (.wrongNode, "LICENSE.1002"),
        ] as [(LicenseError.Code, String)]
    )
    func refusals(_ code: LicenseError.Code, _ expected: String) {
        #expect(PlatformErrorCode(LicenseError(code, "No.")).rawValue == expected)
    }

    @Test("The envelope has the code, its meaning, every reason in English and in Chinese")
    func envelope() throws {
        let denial = self.denial(
            .baseExpired("L-1", since: Instant(secondsSince1970: 1_503_462_421)),
            .moduleExpired(.projectManagement, "P-1", since: .earliest)
        )
        #expect(
            try PlatformErrorAnswer(denial).json
                == #"{"error":{"code":"LICENSE.1000","description":"The licence has expired.","#
                + #""details":"The cloud platform's licence L-1 expired at 2017-08-23T04:27:01Z. What runs goes on;"#
                + #" nothing can be changed.\nThe licence has expired. Please contact the administrator of the cloud"#
                + #" platform.","elaboration":"云平台许可证L-1已于2017-08-23T04:27:01Z过期。原有业务正常运行，请勿做任何操作。"#
                + #"\n许可证已过期，请联系云平台管理员"},"success":false}"#
        )
    }

    @Test("A store's refusal of an older licence has a code of its own")
    func older() throws {
        let answer = PlatformErrorAnswer(.olderThanInstalled, message: LocalizedText("Older.", "较旧。"))
        #expect(
            try answer.json
                == #"{"error":{"code":"LICENSE.1004","description":"#
                + #""The licence was issued before the one that is installed.","details":"Older.","#
                + #""elaboration":"较旧。"},"success":false}"#
        )
    }

    @Test("A refused text's envelope says why")
    func refused() throws {
        let error = LicenseError(.signatureInvalid, "The signature is wrong.")
        let answer = PlatformErrorAnswer(error)
        #expect(answer.error.code == .noValidLicense)
        #expect(answer.error.details == "The signature is wrong.")
        #expect(answer.error.description == "The file holds no valid licence.")
    }
}
