import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("The platform's error codes and responses")
struct PlatformErrorTests {
    private func denial(_ reasons: DenialReason...) -> LicenseDenial {
        LicenseDenial(.operate(.base), reasons: reasons, catalog: .zstack)
    }

    @Test(
        "The first reason of a denial determines the code",
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
        "The code for a refused text depends only on whether it is for another node",
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

    @Test(
        "The response has the code, its meaning and the reasons in one language alone",
        arguments: [
            (
                .english,
                #"License L-1 for the cloud platform expired on 2017-08-23T04:27:01Z. Running workloads"#
                    + #" continue; changes are blocked.\nThe license has expired. Please contact the administrator of the"#
                    + #" cloud platform."#
            ),
            (
                .simplifiedChinese,
                #"云平台许可证L-1已于2017-08-23T04:27:01Z过期。原有业务依然正常运行，请勿做任何操作。\n许可证已过期，请联系云平台管理员"#
            ),
        ] as [(LicenseLanguage, String)]
    )
    func response(_ language: LicenseLanguage, _ details: String) throws {
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
            try PlatformErrorResponse(denial, in: language).json
                == #"{"error":{"code":"LICENSE.1000","description":"The license has expired.","details":""# + details
                + #""}}"#
        )
    }

    @Test("A store can respond with the code for an older license")
    func older() throws {
        #expect(
            try PlatformErrorResponse(.olderThanInstalled, details: "较旧。").json
                == #"{"error":{"code":"LICENSE.1004","description":"#
                + #""The license was issued before the license that is installed.","details":"较旧。"}}"#
        )
    }

    @Test("A server can respond with a code and a description of its own")
    func own() throws {
        let code = PlatformErrorCode(rawValue: "ID.1001")
        let answer = PlatformErrorResponse(code, description: "The session is invalid.", details: "Log in again.")
        #expect(
            try answer.json
                == #"{"error":{"code":"ID.1001","description":"The session is invalid.","details":"Log in again."}}"#
        )
    }

    @Test("The response to a refused text has the reason")
    func refused() throws {
        let error = LicenseError(.signatureInvalid, message: "The signature is wrong.")
        let answer = PlatformErrorResponse(error, in: .english)
        #expect(answer.error.code == .noValidLicense)
        #expect(answer.error.details == "The signature is wrong.")
        #expect(answer.error.description == "The file contains no valid license.")
    }
}
