import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("The platform's errors")
struct PlatformErrorTests {
    private func denial(_ reasons: DenialReason...) -> LicenseDenial {
        LicenseDenial(.operate(.base), reasons: reasons, catalog: .zstack)
    }

    @Test(
        "A denial's code is that of its first reason",
        arguments: [
            ([DenialReason(.baseExpired, .base, licenseID: "L-1", instant: .earliest)], "LICENSE.1000"),
            ([DenialReason(.moduleExpired, .module(.vmware), licenseID: "P-1", instant: .earliest)], "LICENSE.1000"),
            (
                [
                    DenialReason(.moduleExpired, .module(.vmware), licenseID: "P-1", instant: .earliest),
                    DenialReason(.featureNotIncluded, .module(.vmware), licenseID: "P-1", feature: "x"),
                ], "LICENSE.1000"
            ),
            ([DenialReason(.baseMissing, .base)], "LICENSE.1001"),
            (
                [
                    DenialReason(.baseMissing, .base),
                    DenialReason(.moduleExpired, .module(.vmware), licenseID: "P-1", instant: .earliest),
                ], "LICENSE.1001"
            ),
            ([DenialReason(.baseNotYetValid, .base, licenseID: "L-1", instant: .latest)], "LICENSE.1001"),
            ([DenialReason(.baseBuildNotCovered, .base, licenseID: "L-1", instant: .earliest)], "LICENSE.1001"),
            ([DenialReason(.baseWrongNode, .base, licenseID: "L-1")], "LICENSE.1002"),
            ([DenialReason(.moduleWrongNode, .module(.vmware), licenseID: "P-1")], "LICENSE.1002"),
            ([DenialReason(.moduleNotActivated, .module(.vmware))], "LICENSE.1001"),
            ([DenialReason(.moduleNotYetValid, .module(.vmware), licenseID: "P-1", instant: .latest)], "LICENSE.1001"),
            (
                [DenialReason(.moduleBuildNotCovered, .module(.vmware), licenseID: "P-1", instant: .earliest)],
                "LICENSE.1001"
            ),
            ([DenialReason(.featureNotIncluded, .base, licenseID: "L-1", feature: "x")], "LICENSE.1001"),
            (
                [
                    DenialReason(
                        .limitReached,
                        .base,
                        shortages: [LimitShortage(unit: .hosts, limit: 1, used: 1, requested: 1)]
                    )
                ], "LICENSE.1001"
            ),
        ] as [([DenialReason], String)]
    )
    func denials(_ reasons: [DenialReason], _ code: String) {
        let denial = LicenseDenial(.operate(.base), reasons: reasons, catalog: .zstack)
        #expect(PlatformErrorCode(denial).rawValue == code)
    }

    @Test(
        "A refused text is no valid license, but for one of other nodes",
        arguments: [
            (.tooLarge, "LICENSE.1006"), (.malformed, "LICENSE.1006"), (.unsupportedFormat, "LICENSE.1006"),
            (.unsupportedAlgorithm, "LICENSE.1006"), (.unknownKey, "LICENSE.1006"),
            (.algorithmMismatch, "LICENSE.1006"), (.signatureInvalid, "LICENSE.1006"), (.claimsInvalid, "LICENSE.1006"),
            (.unsupportedRequirement, "LICENSE.1006"), (.issuerMismatch, "LICENSE.1006"),
            (.keyNotValid, "LICENSE.1006"), (.wrongProduct, "LICENSE.1006"), (.wrongNode, "LICENSE.1002"),
        ] as [(LicenseError.Code, String)]
    )
    func refusals(_ code: LicenseError.Code, _ expected: String) {
        #expect(PlatformErrorCode(LicenseError(code)).rawValue == expected)
    }

    @Test("The envelope has the code, its meaning, every reason in English and in Chinese")
    func envelope() throws {
        let denial = self.denial(
            DenialReason(
                .baseExpired,
                .base,
                licenseID: "L-1",
                instant: LicenseInstant(secondsSince1970: 1_503_462_421)
            ),
            DenialReason(.moduleExpired, .module(.projectManagement), licenseID: "P-1", instant: .earliest)
        )
        #expect(
            try PlatformErrorAnswer(denial).json
                == #"{"error":{"code":"LICENSE.1000","description":"The license has expired.","#
                + #""details":"The license L-1 for the cloud platform expired at 2017-08-23T04:27:01Z. Running workloads"#
                + #" continue; changes are blocked.\nThe license has expired. Please contact the administrator of the cloud"#
                + #" platform.","elaboration":"云平台许可证L-1已于2017-08-23T04:27:01Z过期。原有业务正常运行，请勿做任何操作。"#
                + #"\n许可证已过期，请联系云平台管理员"},"success":false}"#
        )
    }

    @Test("A store's refusal of an older license has a code of its own")
    func older() throws {
        let answer = PlatformErrorAnswer(.olderThanInstalled, message: LocalizedText("Older.", "较旧。"))
        #expect(
            try answer.json
                == #"{"error":{"code":"LICENSE.1004","description":"#
                + #""The license was issued before the one that is installed.","details":"Older.","#
                + #""elaboration":"较旧。"},"success":false}"#
        )
    }

    @Test("A refused text's envelope says why")
    func refused() throws {
        let error = LicenseError(.signatureInvalid, "The signature is wrong.")
        let answer = PlatformErrorAnswer(error)
        #expect(answer.error.code == .noValidLicense)
        #expect(answer.error.details == "The signature is wrong.")
        #expect(answer.error.description == "The file holds no valid license.")
    }
}
