import LicenseModel
import LicensePolicy
import LicenseTesting
import TestSupport
import Testing
import ZStackLicensing

@Suite("The community grant")
struct CommunityTests {
    static let vmware = LicenseSlot.module(.vmware)
    static let configuration = PolicyConfiguration(
        catalog: .zstack,
        node: .any,
        build: .any,
        community: CommunityGrant(limits: [.hosts: .count(3)])
    )

    static func configuration(afterExpiry: Bool) -> PolicyConfiguration {
        var configuration = Self.configuration
        configuration.community = CommunityGrant(limits: [.hosts: .count(3)], afterExpiry: afterExpiry)
        return configuration
    }

    @Test("The core can be operated without a base license")
    func core() {
        let entitlements = Entitlements(configuration: Self.configuration)
        #expect(entitlements.codes(.operate(.base)) == [])
        #expect(entitlements.codes(.operate(.base, feature: "clone")) == [])
        #expect(entitlements.base.status == .unlicensed)
        #expect(entitlements.login == .proceed)
    }

    @Test("The grant does not include modules")
    func modules() {
        let alone = Entitlements(configuration: Self.configuration)
        #expect(alone.codes(.view(Self.vmware)) == ["module-not-activated"])
        #expect(alone.codes(.operate(Self.vmware)) == ["base-missing", "module-not-activated"])
        let licensed = Entitlements(.plus(.vmware), configuration: Self.configuration)
        #expect(licensed.codes(.view(Self.vmware)) == [])
        #expect(licensed.codes(.operate(Self.vmware)) == ["base-missing"])
    }

    @Test("The grant's limits apply")
    func limits() {
        let entitlements = Entitlements(configuration: Self.configuration)
        let quotas = entitlements.quotas(given: LicenseUsage(total: [.hosts: 2, .vms: 7]))
        #expect(quotas.map { "\($0.unit) \($0.licensed) \($0.available)" } == ["hosts 3 1"])
        let usage = LicenseUsage(total: [.hosts: 2])
        #expect(entitlements.codes(adding: [.hosts: 1], to: .base, given: usage) == [])
        #expect(entitlements.codes(adding: [.hosts: 2], to: .base, given: usage) == ["limit-reached"])
        #expect(entitlements.codes(adding: [.vms: 1_000], to: .base, given: usage) == [])
        let codes = entitlements.codes(adding: [.hosts: 2], to: Self.vmware, given: usage)
        #expect(codes == ["base-missing", "module-not-activated", "limit-reached"])
    }

    @Test("A limit of 0 denies additions, but not operating the core")
    func zero() {
        let configuration = PolicyConfiguration(
            catalog: .zstack,
            node: .any,
            build: .any,
            community: CommunityGrant(limits: [.hosts: .count(0)])
        )
        let entitlements = Entitlements(configuration: configuration)
        #expect(entitlements.codes(adding: [.hosts: 1], to: .base, given: LicenseUsage.zero) == ["limit-reached"])
        #expect(entitlements.codes(.operate(.base)) == [])
    }

    @Test(
        "The grant applies until a base license starts, or also after its expiry",
        arguments: [
            (SlotCase.pending, false, [], 3), (.current, false, [], 100), (.grace, false, [], 100),
            (.expired, false, ["base-expired"], 100), (.pending, true, [], 3), (.current, true, [], 100),
            (.grace, true, [], 100), (.expired, true, [], 3),
        ]
    )
    func withBase(_ state: SlotCase, _ afterExpiry: Bool, _ expected: [String], _ hosts: Int) {
        let configuration = Self.configuration(afterExpiry: afterExpiry)
        let entitlements = Entitlements(state.base(), at: .now, configuration: configuration)
        #expect(entitlements.codes(.operate(.base)) == expected)
        #expect(entitlements.quotas(given: LicenseUsage.zero).map(\.licensed) == [.count(hosts)])
        #expect(entitlements.limit(of: .hosts) == .count(hosts))
        let usage = LicenseUsage(total: [.hosts: hosts])
        #expect(entitlements.codes(adding: [.hosts: 1], to: .base, given: usage) == expected + ["limit-reached"])
        #expect((entitlements.communityGrant == nil) == (hosts == 100))
        // A module requires a base license, and its additions have the same limits.
        let without = Entitlements(state.base(), at: .now)
        #expect(entitlements.codes(.operate(Self.vmware)) == without.codes(.operate(Self.vmware)))
        #expect(entitlements.codes(adding: [.hosts: 1], to: Self.vmware, given: usage).last == "limit-reached")
        #expect(entitlements.base.status == without.base.status)
        #expect(entitlements.login == without.login)
        #expect(entitlements.reminders == without.reminders)
    }

    @Test("A grant does not apply in place of an expired base license by default")
    func afterExpiryByDefault() {
        #expect(!CommunityGrant(limits: [:]).afterExpiry)
    }

    @Test("The grant applies if the base license is excluded", arguments: [false, true])
    func excluded(_ isOtherNode: Bool) {
        var configuration = Self.configuration
        configuration.build = .made(at: .now)
        configuration.node = .only([ClaimString(literal: "here")])
        let base = License.base(
            nodes: isOtherNode ? [ClaimString(literal: "elsewhere")] : nil,
            updatesUntil: isOtherNode ? nil : .days(-1)
        )
        let entitlements = Entitlements(base, configuration: configuration)
        #expect(entitlements.codes(.operate(.base)) == [])
        #expect(entitlements.limit(of: .hosts) == .count(3))
        let code = isOtherNode ? "base-wrong-node" : "base-build-not-covered"
        #expect(entitlements.codes(.operate(Self.vmware)) == [code, "module-not-activated"])
    }

    @Test("A base license's feature list does not restrict the core while the grant applies")
    func features() {
        let base = License.base(from: .days(1), features: ["clone"])
        let pending = Entitlements(base, configuration: Self.configuration)
        #expect(pending.codes(.operate(.base, feature: "migrate")) == [])
        let denied = ["base-not-yet-valid", "feature-not-included"]
        #expect(Entitlements(base).codes(.operate(.base, feature: "migrate")) == denied)
        let current = pending.at(.now + .days(1))
        #expect(current.codes(.operate(.base, feature: "migrate")) == ["feature-not-included"])
    }

    @Test("A timeline has the instants at which the grant ends and applies again")
    func timeline() throws {
        let base = License.base(from: .days(1), until: .days(9), limits: [.hosts: .count(2)], reminderDays: 1)
        let entitlements = Entitlements(base, configuration: Self.configuration(afterExpiry: true))
        let points = entitlements.timeline(from: .now, to: .now + .days(30), given: LicenseUsage(total: [.hosts: 3]))
        let quotas = points.flatMap { point in point.changes.filter { $0.aspect == .quota }.map { (point.instant, $0) }
        }
        #expect(quotas.map(\.0) == [.now + .days(1), .now + .days(9)])
        #expect(quotas.map { $0.1.after?.quota?.licensed } == [.count(2), .count(3)])
        #expect(quotas.map { $0.1.after?.quota?.overage } == [1, 0])
        let operating = points.flatMap(\.changes).filter { $0.slot == .base && $0.aspect == .operate }
        #expect(operating == [], "Operating the core is always allowed")
        #expect(entitlements.explanation(of: .operate(.base)).until == nil)
    }

    @Test("An explanation says until when the grant applies, and needs no license")
    func explanation() {
        let expiring = License.base(until: .days(9))
        let explanation = Entitlements(expiring, configuration: Self.configuration).explanation(of: .operate(.base))
        #expect(explanation.until == .now + .days(9))
        #expect(explanation.licenseIDs == ["B-1"])
        let pending = Entitlements(
            .base(from: .days(2), until: .days(9), features: ["clone"]),
            configuration: Self.configuration
        )
        #expect(pending.explanation(of: .operate(.base)).until == .now + .days(9))
        #expect(pending.explanation(of: .operate(.base, feature: "migrate")).until == .now + .days(2))
        #expect(pending.explanation(of: .operate(.base)).licenseIDs == [])
        #expect(pending.explanation(of: .operate(.base)).message(in: .zstack).english.hasPrefix("Allowed without a"))
        #expect(pending.explanation().slots.first?.limits == [.hosts: .count(3)])
    }

    @Test("A preview lists the limits and features of the grant that a base license lowers")
    func preview() {
        let free = Entitlements(configuration: Self.configuration)
        let smaller = License.base(limits: [.hosts: .count(2), .vms: .count(9)], features: ["clone"])
        #expect(
            free.preview(installing: [smaller]).lowered.map(\.description) == [
                "limit of hosts of base: 3 -> 2", "limit of vms of base: unlimited -> 9",
                "features of base: all -> [clone]",
            ]
        )
        let expired = free.preview(installing: [.base(until: .days(-1))])
        #expect(expired.lost == [.operate(.base)])
        #expect(expired.lowered == [])
        let pending = free.preview(installing: [.base(from: .days(1), limits: [.hosts: .count(1)], features: [])])
        #expect(pending.lost == [])
        #expect(pending.lowered == [])
    }

    @Test("A gate's checks follow the grant", arguments: [false, true])
    func gate(_ afterExpiry: Bool) {
        let clock = TestLicenseClock(at: .now)
        let gate = LicenseGate(
            [.base(from: .days(1), until: .days(9), features: ["clone"])],
            configuration: Self.configuration(afterExpiry: afterExpiry),
            trustedClock: .firstStart,
            clock: clock
        )
        let operate = gate.makeCheck(for: .operate(.base))
        let migrate = gate.makeCheck(for: .operate(.base, feature: "migrate"))
        #expect([operate.isAllowed, migrate.isAllowed] == [true, true])
        clock.advance(seconds: Span.days(1).seconds)
        #expect([operate.isAllowed, migrate.isAllowed] == [true, false])
        clock.advance(seconds: Span.days(8).seconds)
        #expect([operate.isAllowed, migrate.isAllowed] == [afterExpiry, afterExpiry])
    }

    @Test("Nothing is granted by default")
    func byDefault() {
        #expect(Entitlements().codes(.operate(.base)) == ["base-missing"])
        #expect(Entitlements().quotas(given: LicenseUsage(total: [.hosts: 5])).isEmpty)
    }
}
