import Foundation
import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

/// An explanation names the licenses that decide, when the decision changes, and the remedies of a denial.
@Suite("Explanations of decisions")
struct ExplanationTests {
    private static let vmware = LicenseSlot.module(.vmware)

    @Test("The explanation of an allowed capability names its licenses and its end")
    func allowed() {
        let explanation = Entitlements(
            .base("B-1", until: .days(30)),
            .plus(.vmware, id: "P-1", until: .days(20)),
            .plus(.baremetal, id: "P-2", until: .days(10))
        )
        .explanation(of: .operate(Self.vmware))
        #expect(explanation.isAllowed)
        #expect(explanation.licenseIDs == ["B-1", "P-1"])
        #expect(explanation.until?.description == "2027-02-04T08:00:00Z")
        #expect(
            explanation.message(in: .zstack).english == """
                Allowed by B-1, P-1.
                Allowed until 2027-02-04T08:00:00Z.
                """
        )
        #expect(explanation.message(in: .zstack).simplifiedChinese == "允许（依据许可证B-1、P-1）。\n可用至2027-02-04T08:00:00Z。")
    }

    @Test("A loaded renewal moves the end, unless it leaves a gap")
    func renewal() {
        func until(_ licenses: License...) -> String? {
            Entitlements(licenses, at: .now).explanation(of: .operate(.base)).until?.description
        }
        let first = License.base("B-1", until: .days(30))
        #expect(until(first, .base("B-2", from: .days(30), until: .days(60))) == "2027-03-16T08:00:00Z")
        #expect(
            until(first, .base("B-2", from: .days(30) + .seconds(1), until: .days(60))) == "2027-02-14T08:00:00Z"
        )
        #expect(until(first, .base("B-2", from: .days(30), until: nil)) == nil)
    }

    @Test("The explanation of a denial has each reason, its remedy and when it ends")
    func denied() {
        let explanation = Entitlements(
            .base("B-1", until: .days(-1)),
            .base("B-2", from: .days(5), until: .days(9)),
            .plus(.vmware, id: "P-1", from: .days(7))
        )
        .explanation(of: .operate(Self.vmware))
        #expect(explanation.denial?.reasons.map(\.code.rawValue) == ["base-expired", "module-not-yet-valid"])
        #expect(explanation.licenseIDs == ["B-1", "P-1"])
        #expect(explanation.until?.description == "2027-01-22T08:00:00Z")
        let lines = explanation.message(in: .zstack).english.split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines.last == "Allowed from 2027-01-22T08:00:00Z.")
        #expect(lines.dropFirst().first == "Renew the license with the vendor, and import the new one.")
    }

    @Test("A module can be operated only while its term and the base's term overlap")
    func overlap() {
        func until(_ licenses: License...) -> LicenseInstant? {
            Entitlements(licenses, at: .now).explanation(of: .operate(Self.vmware)).until
        }
        let module = License.plus(.vmware, from: .days(5), until: .days(20))
        #expect(until(.base(from: .days(10)), module) == .now + .days(10))
        #expect(until(.base(from: .days(2)), module) == .now + .days(5))
        // The module's first term ends when the base starts, and its second term overlaps.
        let again = License.plus(.vmware, id: "P-2", from: .days(30), until: .days(40))
        #expect(until(.base(from: .days(20)), module, again) == .now + .days(30))
        // The base's first term ends when the module starts, and its second term overlaps.
        let first = License.base(from: .days(2), until: .days(5))
        #expect(until(first, .base("B-2", from: .days(15)), module) == .now + .days(15))
    }

    @Test("A license that decides for the base and for a bundled module is listed once")
    func bundle() {
        let entitlements = Entitlements(.base(bundles: [.vmware]))
        #expect(entitlements.explanation(of: .operate(Self.vmware)).licenseIDs == ["B-1"])
    }

    @Test("A module is explained even if its only license is excluded")
    func excludedModule() {
        let explanation = Entitlements(
            .base(),
            .plus("quantum", updatesUntil: .days(-1)),
            configuration: PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now))
        )
        .explanation()
        let slot = explanation.slots.first { $0.slot == .module("quantum") }
        #expect(slot?.licenses.map(\.role) == [.buildNotCovered])
    }

    @Test(
        "A capability that is always allowed does not need a license",
        arguments: [LicenseCapability.keepRunning(.base), .recover(vmware), .view(.base)]
    )
    func always(_ capability: LicenseCapability) {
        let explanation = Entitlements().explanation(of: capability)
        #expect(explanation.isAllowed)
        #expect(explanation.licenseIDs == [])
        #expect(explanation.until == nil)
        #expect(explanation.message(in: .zstack).english == "Allowed without a license.")
    }

    @Test("Each license of a slot has its role")
    func roles() throws {
        let explanation = Entitlements(
            .base("B-old", until: .days(10), issued: .days(-200)),
            .base("B-now", until: .days(20)),
            .base("B-next", from: .days(15), until: .days(40), issued: .days(-300)),
            .base("B-late", from: .days(41), until: .days(90)),
            .base("B-build", updatesUntil: .days(-1)),
            .plus(.vmware, id: "P-build", updatesUntil: .days(-1)),
            configuration: PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now))
        )
        .explanation()
        let base = try #require(explanation.slots.first)
        #expect(
            base.licenses.map { "\($0.id) \($0.role.rawValue)" } == [
                "B-now effective", "B-old superseded", "B-next follows", "B-late pending",
                "B-build build-not-covered",
            ]
        )
        #expect(base.coveredUntil?.description == "2027-02-24T08:00:00Z")
        let vmware = try #require(explanation.slots.first { $0.slot == Self.vmware })
        #expect(vmware.status == .notActivated)
        #expect(vmware.licenses.map(\.role) == [.buildNotCovered])
        #expect(vmware.operate.denial?.reasons.map(\.code) == [.moduleBuildNotCovered])
    }

    @Test("Licenses of a slot with the same start are sorted by id")
    func ties() throws {
        let explanation = Entitlements(
            .base("B-now", until: .days(20)),
            // B-b and B-c end together with the effective license, so they do not follow it.
            .base("B-c", until: .days(20), issued: .days(-200)),
            .base("B-a", until: .days(21), issued: .days(-200)),
            .base("B-b", until: .days(20), issued: .days(-200)),
            .base("B-d", from: .days(20), until: .days(30), issued: .days(-300)),
            .base("B-z", updatesUntil: .days(-1)),
            .base("B-y", updatesUntil: .days(-1)),
            configuration: PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now))
        )
        .explanation()
        let base = try #require(explanation.slots.first)
        #expect(
            base.licenses.map { "\($0.id) \($0.role.rawValue)" } == [
                "B-now effective", "B-a follows", "B-b superseded", "B-c superseded", "B-d follows",
                "B-y build-not-covered",
                "B-z build-not-covered",
            ]
        )
    }

    @Test("A denial names the excluded license with the latest updatesUntil, then by id")
    func namedLicense() {
        func named(_ licenses: License...) -> [LicenseID?] {
            Entitlements(
                licenses,
                at: .now,
                configuration: PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now))
            )
            .decision(for: .operate(.base)).reasons.map(\.licenseID)
        }
        let (early, late) = (License.base("B-1", updatesUntil: .days(-9)), License.base("B-2", updatesUntil: .days(-8)))
        #expect(named(early, late) == ["B-2"])
        #expect(named(late, early) == ["B-2"])
        let twin = License.base("B-3", updatesUntil: .days(-8))
        #expect(named(late, twin) == ["B-2"])
        #expect(named(twin, late) == ["B-2"])
    }

    @Test("An explanation includes the base, the catalog's and the licensed modules")
    func everything() {
        let explanation = Entitlements(.base(), .plus("backup", until: .days(3))).explanation()
        #expect(
            explanation.slots.map(\.slot.description) == [
                "base", "backup", "baremetal", "disaster-recovery", "project-management", "vmware",
            ]
        )
        #expect(explanation.login == .remind)
        #expect(explanation.reminders.map(\.slot) == [.module("backup")])
        for text in [explanation.message(in: .zstack).english, explanation.message(in: .zstack).simplifiedChinese] {
            #expect(text.contains("P-1"))
            #expect(text.contains("2027-01-18T08:00:00Z"))
        }
        #expect(
            explanation.message(in: .zstack).english
                .hasPrefix("Licenses as of 2027-01-15T08:00:00Z\nthe cloud platform: valid\n")
        )
    }

    @Test("An explanation has the limits, and given the usage the quotas and overage")
    func quotas() throws {
        let entitlements = Entitlements(
            .base(limits: [.hosts: .count(100), .vms: .unlimited]),
            .plus(.vmware, limits: [.hosts: .count(10)])
        )
        let usage = LicenseUsage(total: [.hosts: 500, .vms: 1], modules: [.vmware: [.hosts: 9]])
        let explanation = entitlements.explanation(given: usage)
        #expect(explanation.quotas == entitlements.quotas(given: usage))
        #expect(explanation.quotas.first?.overage == 391)
        #expect(explanation.slots.first?.limits == [.hosts: .count(100), .vms: .unlimited])
        #expect(explanation.slots.first { $0.slot == Self.vmware }?.limits == [.hosts: .count(10)])
        #expect(entitlements.explanation().quotas == [])
        #expect(entitlements.explanation().slots == explanation.slots)

        let text = explanation.message(in: .zstack)
        for line in [
            "Limit on hosts: 100.", "Limit on hosts: 10.", "Limit on virtual machines: unlimited.",
            "hosts: 491 count toward the limit of 100, which is 391 too many.",
            "virtual machines: 1 counts toward the limit of unlimited.",
        ] {
            #expect(text.english.split(separator: "\n").contains(line[...]), "\(line)")
        }
        #expect(text.simplifiedChinese.contains("物理主机：授权数量为100，已计入491，超出391。"))
    }

    @Test("A JSON round trip preserves an explanation")
    func coding() throws {
        let explanation = Entitlements(.base(until: .days(-1), graceDays: 5), .plus(.vmware))
            .explanation(given: LicenseUsage(total: [.hosts: 500]))
        let data = try JSONEncoder().encode(explanation)
        #expect(try JSONDecoder().decode(EntitlementsExplanation.self, from: data) == explanation)
    }

    @Test("An explanation has the date and the days of each reminder, as data and as text")
    func reminders() throws {
        let explanation = Entitlements(
            .base(until: .days(-1), graceDays: 10),
            .plus(.vmware, until: .days(3)),
            .plus(.baremetal, id: "P-2", until: .days(-1))
        )
        .explanation()
        #expect(explanation.reminders.map(\.daysUntilEnd) == [9, 0, 3])
        let dates = explanation.reminders.compactMap(\.until?.description)
        #expect(dates == ["2027-01-24T08:00:00Z", "2027-01-14T08:00:00Z", "2027-01-18T08:00:00Z"])
        let message = explanation.message(in: .zstack)
        for (text, days) in [(message.english, ["9 days", "3 days"]), (message.simplifiedChinese, ["9天", "3天"])] {
            let lines = text.split(separator: "\n")
            #expect(lines.contains { $0.contains(dates[0]) && $0.contains(days[0]) })
            #expect(lines.contains { $0.contains(dates[2]) && $0.contains(days[1]) })
            #expect(lines.contains { $0.contains(dates[1]) && ($0.contains("has expired") || $0.contains("已过期")) })
        }
    }

    @Test("An explanation agrees with the decision, in random scenarios")
    func agreement() {
        PropertyTests.holds(in: RandomScenario.sample) { scenario in
            let entitlements = scenario.entitlements
            return RandomScenario.deniableCapabilities.prefix(6)
                .allSatisfy { capability in
                    let explanation = entitlements.explanation(of: capability)
                    let decision = entitlements.decision(for: capability)
                    let isAllowedAtChange = explanation.until.map {
                        entitlements.at($0).decision(for: capability).isAllowed
                    }
                    let isAllowedBefore = explanation.until.map {
                        entitlements.at($0.advanced(bySeconds: -1)).decision(for: capability).isAllowed
                    }
                    return explanation.isAllowed == decision.isAllowed
                        && (explanation.denial?.reasons.map(\.code) ?? []) == decision.reasons.map(\.code)
                        && isAllowedAtChange != decision.isAllowed
                        && (isAllowedBefore ?? decision.isAllowed) == decision.isAllowed
                }
        }
    }
}
