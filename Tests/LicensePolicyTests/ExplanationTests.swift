import Foundation
import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

/// Which license grants or refuses, until when, and what would mend it.
@Suite("Explanations")
struct ExplanationTests {
    private static let vmware = LicenseSlot.module(.vmware)

    @Test("what is allowed names the licenses that were asked, and when it ends")
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
                This ends at 2027-02-04T08:00:00Z.
                """
        )
        #expect(explanation.message(in: .zstack).simplifiedChinese == "由许可证B-1、P-1授权。\n截止于2027-02-04T08:00:00Z。")
    }

    @Test("a renewal that is loaded already moves the end, and a gap does not")
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

    @Test("what is denied says every reason, what mends it, and when it will be allowed")
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
        #expect(lines.last == "It will be allowed from 2027-01-22T08:00:00Z on.")
        #expect(lines.dropFirst().first == "Renew the license with the vendor and import it.")
    }

    @Test("a module can be changed where its time and the base's overlap, not touch")
    func overlap() {
        func until(_ licenses: License...) -> LicenseInstant? {
            Entitlements(licenses, at: .now).explanation(of: .operate(Self.vmware)).until
        }
        let module = License.plus(.vmware, from: .days(5), until: .days(20))
        #expect(until(.base(from: .days(10)), module) == .now + .days(10))
        #expect(until(.base(from: .days(2)), module) == .now + .days(5))
        // The module ends where the base starts, and comes back.
        let again = License.plus(.vmware, id: "P-2", from: .days(30), until: .days(40))
        #expect(until(.base(from: .days(20)), module, again) == .now + .days(30))
        // The base ends where the module starts, and comes back.
        let first = License.base(from: .days(2), until: .days(5))
        #expect(until(first, .base("B-2", from: .days(15)), module) == .now + .days(15))
    }

    @Test("a license that is asked for the base and for its bundle is named once")
    func bundle() {
        let entitlements = Entitlements(.base(bundles: [.vmware]))
        #expect(entitlements.explanation(of: .operate(Self.vmware)).licenseIDs == ["B-1"])
    }

    @Test("a module is explained that only a license names which is left out")
    func leftOutModule() {
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
        "what is always allowed needs no license",
        arguments: [LicenseCapability.keepRunning(.base), .recover(vmware), .view(.base)]
    )
    func always(_ capability: LicenseCapability) {
        let explanation = Entitlements().explanation(of: capability)
        #expect(explanation.isAllowed)
        #expect(explanation.licenseIDs == [])
        #expect(explanation.until == nil)
        #expect(explanation.message(in: .zstack).english == "Allowed without a license.")
    }

    @Test("each license of a slot is said to be effective, to follow, to be superseded or to be excluded")
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

    @Test("licenses that start at once stand by id, and one that ends with the effective one does not follow it")
    func ties() throws {
        let explanation = Entitlements(
            .base("B-now", until: .days(20)),
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

    @Test(
        "of two licenses for older builds alone the one for the later builds is named, and of equal ones the smaller id"
    )
    func leftOut() {
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

    @Test("everything is explained for the base, the known modules and those that a license names")
    func everything() {
        let explanation = Entitlements(.base(), .plus("backup", until: .days(3))).explanation()
        #expect(
            explanation.slots.map(\.slot.description) == [
                "base", "backup", "baremetal", "disaster-recovery", "project-management", "vmware",
            ]
        )
        #expect(explanation.login == .remind)
        #expect(explanation.reminders.map(\.subject) == [.module("backup")])
        for text in [explanation.message(in: .zstack).english, explanation.message(in: .zstack).simplifiedChinese] {
            #expect(text.contains("P-1"))
            #expect(text.contains("2027-01-18T08:00:00Z"))
        }
        #expect(
            explanation.message(in: .zstack).english
                .hasPrefix("Licenses at 2027-01-15T08:00:00Z\nthe cloud platform: valid\n")
        )
    }

    @Test("an explanation is data that another service reads back")
    func coding() throws {
        let explanation = Entitlements(.base(until: .days(-1), graceDays: 5), .plus(.vmware)).explanation()
        let data = try JSONEncoder().encode(explanation)
        #expect(try JSONDecoder().decode(EntitlementsExplanation.self, from: data) == explanation)
    }

    @Test("an explanation and a decision never contradict, in random worlds")
    func agreement() {
        PropertyTests.holds(in: RandomWorld.fewer) { world in
            let entitlements = world.entitlements
            return RandomWorld.questions.prefix(6)
                .allSatisfy { capability in
                    let explanation = entitlements.explanation(of: capability)
                    let decision = entitlements.decision(for: capability)
                    let turn = explanation.until.map { entitlements.at($0).decision(for: capability).isAllowed }
                    let before = explanation.until.map {
                        entitlements.at($0.advanced(bySeconds: -1)).decision(for: capability).isAllowed
                    }
                    return explanation.isAllowed == decision.isAllowed
                        && (explanation.denial?.reasons.map(\.code) ?? []) == decision.reasons.map(\.code)
                        && turn != decision.isAllowed && (before ?? decision.isAllowed) == decision.isAllowed
                }
        }
    }
}
