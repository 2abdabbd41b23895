import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("Policy messages")
struct MessageTests {
    static let instant = LicenseInstant(secondsSince1970: 1_800_000_000)
    static let shortages = [
        LimitShortage(unit: .cpus, limit: 41, used: 42, requested: 43),
        LimitShortage(unit: .hosts, limit: 51, used: 52, requested: 53),
    ]

    /// Each reason, with the texts that its message must contain.
    static let reasons: [(DenialReason, [String])] = [
        (DenialReason(.baseMissing, .base), []),
        (
            DenialReason(.baseBuildNotCovered, .base, licenseID: "L-77", instant: instant),
            ["L-77", "2027-01-15T08:00:00Z"]
        ),
        (DenialReason(.baseNotYetValid, .base, licenseID: "L-77", instant: instant), ["L-77", "2027-01-15T08:00:00Z"]),
        (DenialReason(.baseExpired, .base, licenseID: "L-77", instant: instant), ["L-77", "2027-01-15T08:00:00Z"]),
        (DenialReason(.baseWrongNode, .base, licenseID: "L-77"), ["L-77"]),
        (DenialReason(.moduleWrongNode, .module("quantum"), licenseID: "L-77"), ["quantum", "L-77"]),
        (DenialReason(.moduleNotActivated, .module("quantum")), ["quantum"]),
        (
            DenialReason(.moduleBuildNotCovered, .module("quantum"), licenseID: "L-77", instant: instant),
            ["quantum", "L-77", "2027-01-15T08:00:00Z"]
        ),
        (
            DenialReason(.moduleNotYetValid, .module("quantum"), licenseID: "L-77", instant: instant),
            ["quantum", "L-77", "2027-01-15T08:00:00Z"]
        ),
        (
            DenialReason(.moduleExpired, .module("quantum"), licenseID: "L-77", instant: instant),
            ["quantum", "L-77", "2027-01-15T08:00:00Z"]
        ),
        (
            DenialReason(.moduleExpired, .module(.vmware), licenseID: "L-77", instant: instant),
            ["VMware", "L-77", "2027-01-15T08:00:00Z"]
        ),
        (DenialReason(.featureNotIncluded, .base, licenseID: "L-77", feature: "clone"), ["clone", "L-77"]),
        (DenialReason(.limitReached, .base, shortages: shortages), ["41", "42", "43", "51", "52", "53"]),
        (DenialReason(.moduleExpired, .module(.projectManagement), licenseID: "L-77", instant: instant), []),
    ]

    @Test(
        "A reason's message has the license, date and numbers in both languages",
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

    @Test("A reason has a remedy in both languages", arguments: reasons.map(\.0))
    func remedy(_ reason: DenialReason) {
        expectBothLanguages(reason.remedy)
        #expect(reason.remedy.english != reason.message.english)
    }

    @Test("The test cases include every reason code")
    func allReasons() {
        #expect(Set(Self.reasons.map(\.0.code)) == Set(DenialReason.Code.known))
    }

    @Test("The messages of different reasons differ")
    func distinctReasons() {
        #expect(Set(Self.reasons.map(\.0.message.english)).count == Self.reasons.count)
        #expect(Set(Self.reasons.map(\.0.message.simplifiedChinese)).count == Self.reasons.count)
    }

    @Test(
        "A denial by expired project management has the license guide's exact text",
        arguments: [
            LicenseCapability.view(.module(.projectManagement)), .operate(.module(.projectManagement)),
            .view(.module(.projectManagement), feature: "login"),
        ]
    )
    func projectLogin(_ capability: LicenseCapability) {
        let entitlements = Entitlements(.base(), .plus(.projectManagement, until: .zero))
        guard case .denied(let denial) = entitlements.decision(for: capability) else {
            Issue.record("Expected a denial")
            return
        }
        #expect(denial.message.simplifiedChinese == "许可证已过期，请联系云平台管理员")
    }

    @Test("A denial's message has a line for each reason and for each shortage")
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
        #expect(denial.message.simplifiedChinese.hasPrefix("未加载云平台许可证。\nVMware管理模块未激活：未加载许可证。\n"))
    }

    @Test(
        "A reminder names its slot and asks to renew in the license guide's words",
        arguments: LicenseReminder.Kind.known
    )
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
        "An expiring reminder has the number of remaining days",
        arguments: [(1, "1 day."), (2, "2 days."), (13, "13 days.")]
    )
    func reminderDays(_ days: Int, _ english: String) {
        let message = LicenseReminder(.expiring, .base, "L-77", daysRemaining: days, until: nil).message
        #expect(message.english.contains(" \(english)"))
        #expect(message.simplifiedChinese.contains("\(days)天"))
    }

    @Test("A reminder in the grace period has its end and the days until then")
    func graceDays() throws {
        let entitlements = Entitlements(.base(until: .days(-1), graceDays: 5))
        let message = try #require(entitlements.reminders.first).message
        #expect(message.english.contains("grace period, which ends within 4 days, on 2027-01-19T08:00:00Z."))
        #expect(message.simplifiedChinese.contains("剩余4天（至2027-01-19T08:00:00Z）"))
        let lastDay = Entitlements(.base(until: .days(-1), graceDays: 5), after: .days(3) + .seconds(1))
        #expect(lastDay.reminders.first?.message.english.contains("ends within 1 day, on") == true)
    }

    @Test("The messages of different kinds of reminders differ")
    func distinctReminders() {
        let messages = LicenseReminder.Kind.known.map {
            LicenseReminder($0, .base, "L-77", daysRemaining: 0, until: nil).message
        }
        #expect(Set(messages.map(\.english)).count == messages.count)
        #expect(Set(messages.map(\.simplifiedChinese)).count == messages.count)
    }

    @Test(
        "A finding has a message in both languages, which names its license if it has one",
        arguments: LicenseFinding.Code.known
    )
    func finding(_ code: LicenseFinding.Code) {
        let message = LicenseFinding(code, licenseID: code == .clockSuspect ? nil : "L-77").message
        expectBothLanguages(message)
        #expect(message.english.contains("L-77") == (code != .clockSuspect))
        #expect(message.simplifiedChinese.contains("L-77") == (code != .clockSuspect))
    }

    @Test("A finding about updates names the date", arguments: [LicenseFinding.Code.updatesEnded, .updatesEnding])
    func updates(_ code: LicenseFinding.Code) {
        let message = LicenseFinding(code, licenseID: "L-77", instant: Self.instant).message
        #expect(message.english.contains("after 2027-01-15T08:00:00Z"))
        #expect(message.simplifiedChinese.contains("2027-01-15T08:00:00Z之后"))
    }

    @Test("A finding without a date has a message without gaps", arguments: LicenseFinding.Code.known)
    func findingWithoutDate(_ code: LicenseFinding.Code) {
        let message = LicenseFinding(code, licenseID: "L-77").message
        for gap in ["  ", " .", " ,", "[", "（）"] {
            #expect(!message.english.contains(gap), "\(message.english)")
            #expect(!message.simplifiedChinese.contains(gap), "\(message.simplifiedChinese)")
        }
    }

    @Test("The messages of different findings differ")
    func distinctFindings() {
        let messages = LicenseFinding.Code.known.map { LicenseFinding($0, licenseID: "L-77").message }
        #expect(Set(messages.map(\.english)).count == messages.count)
        #expect(Set(messages.map(\.simplifiedChinese)).count == messages.count)
    }

    @Test("A reason without details has a message without gaps", arguments: DenialReason.Code.known)
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
