import LicenseModel
import LicensePolicy
import Testing

@Suite("Messages for people")
struct MessageTests {
    static let day = Instant(secondsSince1970: 1_800_000_000)
    static let shortages = [
        LimitShortage(unit: .cpus, limit: 41, used: 42, requested: 43),
        LimitShortage(unit: .hosts, limit: 51, used: 52, requested: 53),
    ]

    /// Each reason, and what its message must name.
    static let reasons: [(DenialReason, [String])] = [
        (.baseMissing, []),
        (.baseBuildNotCovered("L-77", updatesUntil: day), ["L-77", "2027-01-15T08:00:00Z"]),
        (.baseNotYetValid("L-77", from: day), ["L-77", "2027-01-15T08:00:00Z"]),
        (.baseExpired("L-77", since: day), ["L-77", "2027-01-15T08:00:00Z"]),
        (.moduleNotActivated("quantum"), ["quantum"]),
        (.moduleBuildNotCovered("quantum", "L-77", updatesUntil: day), ["quantum", "L-77", "2027-01-15T08:00:00Z"]),
        (.moduleNotYetValid("quantum", "L-77", from: day), ["quantum", "L-77", "2027-01-15T08:00:00Z"]),
        (.moduleExpired("quantum", "L-77", since: day), ["quantum", "L-77", "2027-01-15T08:00:00Z"]),
        (.moduleExpired(.vmware, "L-77", since: day), ["VMware", "L-77", "2027-01-15T08:00:00Z"]),
        (.featureNotIncluded("clone", "L-77"), ["clone", "L-77"]),
        (.limitReached(shortages), ["41", "42", "43", "51", "52", "53"]),
        (.moduleExpired(.projectManagement, "L-77", since: day), []),
    ]

    @Test(
        "A reason's message is there in both languages, with the licence, the date and the numbers",
        arguments: reasons
    )
    func reason(_ reason: DenialReason, _ parts: [String]) {
        expectBothLanguages(reason.message)
        for part in parts {
            #expect(reason.message.english.contains(part))
            #expect(reason.message.simplifiedChinese.contains(part))
        }
    }

    @Test("A reason's remedy is there in both languages", arguments: reasons.map(\.0))
    func remedy(_ reason: DenialReason) {
        expectBothLanguages(reason.remedy)
        #expect(reason.remedy.english != reason.message.english)
    }

    @Test("The table above has every reason")
    func allReasons() {
        #expect(Set(Self.reasons.map(\.0.code)) == Set(DenialReason.Code.allCases))
    }

    @Test("The reasons' messages differ from one another")
    func distinctReasons() {
        #expect(Set(Self.reasons.map(\.0.message.english)).count == 12)
        #expect(Set(Self.reasons.map(\.0.message.simplifiedChinese)).count == 12)
    }

    @Test(
        "What an expired enterprise management refuses says exactly the guide's words",
        arguments: [
            Capability.view(.module(.projectManagement)), .operate(.module(.projectManagement)),
            .view(.module(.projectManagement), feature: "login"),
        ]
    )
    func projectLogin(_ capability: Capability) {
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
            capability: .operate(.module(.vmware)),
            reasons: [.baseMissing, .moduleNotActivated(.vmware), .limitReached(Self.shortages)]
        )
        #expect(denial.message.english.split(separator: "\n").count == 4)
        #expect(denial.message.simplifiedChinese.split(separator: "\n").count == 4)
        #expect(denial.message.simplifiedChinese.hasPrefix("云平台未授权。\nVMware管理模块未激活。\n"))
    }

    @Test("A reminder asks to renew, in the guide's words, and names what ends", arguments: Reminder.Kind.allCases)
    func reminder(_ kind: Reminder.Kind) {
        for (slot, english, chinese) in [
            (Slot.base, "cloud platform", "云平台许可证"), (.module(.vmware), "VMware management", "VMware管理许可证"),
            (.module("quantum"), "quantum", "quantum许可证"),
        ] {
            let message = Reminder(kind: kind, slot: slot, license: "L-77", daysRemaining: 0).message
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
        let message = Reminder(kind: .expiring, slot: .base, license: "L-77", daysRemaining: days).message
        #expect(message.english.contains(" \(english)"))
        #expect(message.simplifiedChinese.contains("\(days)天"))
    }

    @Test("The kinds of reminders have messages of their own")
    func distinctReminders() {
        let messages = Reminder.Kind.allCases.map {
            Reminder(kind: $0, slot: .base, license: "L-77", daysRemaining: 0).message
        }
        #expect(Set(messages.map(\.english)).count == 3)
        #expect(Set(messages.map(\.simplifiedChinese)).count == 3)
    }

    @Test(
        "A finding's message is there in both languages, and names the licence if there is one",
        arguments: Finding.Code.allCases
    )
    func finding(_ code: Finding.Code) {
        let message = Finding(code, code == .clockSuspect ? nil : "L-77").message
        expectBothLanguages(message)
        #expect(message.english.contains("L-77") == (code != .clockSuspect))
        #expect(message.simplifiedChinese.contains("L-77") == (code != .clockSuspect))
    }

    @Test("The findings have messages of their own")
    func distinctFindings() {
        #expect(Set(Finding.Code.allCases.map { Finding($0, "L-77").message.english }).count == 4)
        #expect(Set(Finding.Code.allCases.map { Finding($0, "L-77").message.simplifiedChinese }).count == 4)
    }
}
