import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("Messages for people")
struct MessageTests {
    static let day = LicenseInstant(secondsSince1970: 1_800_000_000)
    static let shortages = [
        LimitShortage(unit: .cpus, limit: 41, used: 42, requested: 43),
        LimitShortage(unit: .hosts, limit: 51, used: 52, requested: 53),
    ]

    /// Each reason, and what its message must name.
    static let reasons: [(DenialReason, [String])] = [
        (DenialReason(.baseMissing, .base), []),
        (DenialReason(.baseBuildNotCovered, .base, licenseID: "L-77", instant: day), ["L-77", "2027-01-15T08:00:00Z"]),
        (DenialReason(.baseNotYetValid, .base, licenseID: "L-77", instant: day), ["L-77", "2027-01-15T08:00:00Z"]),
        (DenialReason(.baseExpired, .base, licenseID: "L-77", instant: day), ["L-77", "2027-01-15T08:00:00Z"]),
        (DenialReason(.baseWrongNode, .base, licenseID: "L-77"), ["L-77"]),
        (DenialReason(.moduleWrongNode, .module("quantum"), licenseID: "L-77"), ["quantum", "L-77"]),
        (DenialReason(.moduleNotActivated, .module("quantum")), ["quantum"]),
        (
            DenialReason(.moduleBuildNotCovered, .module("quantum"), licenseID: "L-77", instant: day),
            ["quantum", "L-77", "2027-01-15T08:00:00Z"]
        ),
        (
            DenialReason(.moduleNotYetValid, .module("quantum"), licenseID: "L-77", instant: day),
            ["quantum", "L-77", "2027-01-15T08:00:00Z"]
        ),
        (
            DenialReason(.moduleExpired, .module("quantum"), licenseID: "L-77", instant: day),
            ["quantum", "L-77", "2027-01-15T08:00:00Z"]
        ),
        (
            DenialReason(.moduleExpired, .module(.vmware), licenseID: "L-77", instant: day),
            ["VMware", "L-77", "2027-01-15T08:00:00Z"]
        ),
        (DenialReason(.featureNotIncluded, .base, licenseID: "L-77", feature: "clone"), ["clone", "L-77"]),
        (DenialReason(.limitReached, .base, shortages: shortages), ["41", "42", "43", "51", "52", "53"]),
        (DenialReason(.moduleExpired, .module(.projectManagement), licenseID: "L-77", instant: day), []),
    ]

    @Test(
        "A reason's message is there in both languages, with the license, the date and the numbers",
        arguments: reasons
    )
    func reason(_ reason: DenialReason, _ parts: [String]) {
        let text = ProductCatalog.zstack.text(of: reason)
        expectBothLanguages(text)
        for part in parts {
            #expect(text.english.contains(part))
            #expect(text.simplifiedChinese.contains(part))
        }
    }

    @Test("A reason's remedy is there in both languages", arguments: reasons.map(\.0))
    func remedy(_ reason: DenialReason) {
        expectBothLanguages(reason.remedy)
        #expect(reason.remedy.english != reason.message.english)
    }

    @Test("The table above has every reason")
    func allReasons() {
        #expect(Set(Self.reasons.map(\.0.code)) == Set(DenialReason.Code.known))
    }

    @Test("The reasons' messages differ from one another")
    func distinctReasons() {
        #expect(Set(Self.reasons.map(\.0.message.english)).count == 14)
        #expect(Set(Self.reasons.map(\.0.message.simplifiedChinese)).count == 14)
    }

    @Test(
        "What an expired enterprise management refuses says exactly the guide's words",
        arguments: [
            LicenseCapability.view(.module(.projectManagement)), .operate(.module(.projectManagement)),
            .view(.module(.projectManagement), feature: "login"),
        ]
    )
    func projectLogin(_ capability: LicenseCapability) {
        let entitlements = Entitlements(.base(), .plus(.projectManagement, until: .zero))
        guard case .denied(let denial) = entitlements.decision(for: capability) else {
            Issue.record("It is allowed")
            return
        }
        #expect(denial.message.simplifiedChinese == "许可证已过期，请联系云平台管理员")
    }

    @Test("A denial's message has every reason, a line each")
    func denial() {
        let denial = LicenseDenial(
            .operate(.module(.vmware)),
            reasons: [
                DenialReason(.baseMissing, .base), DenialReason(.moduleNotActivated, .module(.vmware)),
                DenialReason(.limitReached, .base, shortages: Self.shortages),
            ],
            catalog: .zstack
        )
        #expect(denial.message.english.split(separator: "\n").count == 4)
        #expect(denial.message.simplifiedChinese.split(separator: "\n").count == 4)
        #expect(denial.message.simplifiedChinese.hasPrefix("未导入云平台许可证。\nVMware管理模块未激活。\n"))
    }

    @Test("A reminder asks to renew, in the guide's words, and names what ends", arguments: LicenseReminder.Kind.known)
    func reminder(_ kind: LicenseReminder.Kind) {
        for (slot, english, chinese) in [
            (LicenseSlot.base, "cloud platform", "云平台许可证"), (.module(.vmware), "VMware management", "VMware管理许可证"),
            (.module("quantum"), "quantum", "quantum许可证"),
        ] {
            let message = LicenseReminder(kind, slot, "L-77", daysRemaining: 0, until: nil).message
            expectBothLanguages(message)
            #expect(message.english.contains(english))
            #expect(message.english.contains("renew"))
            #expect(message.simplifiedChinese.contains(chinese))
            #expect(message.simplifiedChinese.hasSuffix("为不影响您的正常使用，请尽快联系云平台相关服务人员进行续费，以继续使用本产品。"))
        }
    }

    @Test(
        "A reminder of an end to come has the number of days",
        arguments: [(1, "1 day."), (2, "2 days."), (13, "13 days.")]
    )
    func reminderDays(_ days: Int, _ english: String) {
        let message = LicenseReminder(.expiring, .base, "L-77", daysRemaining: days, until: nil).message
        #expect(message.english.contains(" \(english)"))
        #expect(message.simplifiedChinese.contains("\(days)天"))
    }

    @Test("The kinds of reminders have messages of their own")
    func distinctReminders() {
        let messages = LicenseReminder.Kind.known.map {
            LicenseReminder($0, .base, "L-77", daysRemaining: 0, until: nil).message
        }
        #expect(Set(messages.map(\.english)).count == 3)
        #expect(Set(messages.map(\.simplifiedChinese)).count == 3)
    }

    @Test(
        "A finding's message is there in both languages, and names the license if there is one",
        arguments: LicenseFinding.Code.known
    )
    func finding(_ code: LicenseFinding.Code) {
        let message = LicenseFinding(code, licenseID: code == .clockSuspect ? nil : "L-77").message
        expectBothLanguages(message)
        #expect(message.english.contains("L-77") == (code != .clockSuspect))
        #expect(message.simplifiedChinese.contains("L-77") == (code != .clockSuspect))
    }

    @Test("The findings have messages of their own")
    func distinctFindings() {
        #expect(Set(LicenseFinding.Code.known.map { LicenseFinding($0, licenseID: "L-77").message.english }).count == 5)
        #expect(
            Set(LicenseFinding.Code.known.map { LicenseFinding($0, licenseID: "L-77").message.simplifiedChinese }).count
                == 5
        )
    }

    @Test("A reason that was made without details has words without gaps", arguments: DenialReason.Code.known)
    func withoutDetails(_ code: DenialReason.Code) {
        for slot in [LicenseSlot.base, .module("quantum")] {
            let message = DenialReason(code, slot).message
            expectBothLanguages(message)
            for gap in ["  ", " .", " ,", "''", "“”"] {
                #expect(!message.english.contains(gap), "\(message.english)")
                #expect(!message.simplifiedChinese.contains(gap), "\(message.simplifiedChinese)")
            }
        }
    }
}
