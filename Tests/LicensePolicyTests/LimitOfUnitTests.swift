import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("The limit of a unit")
struct LimitOfUnitTests {
    private static func configuration(_ grant: CommunityGrant?) -> PolicyConfiguration {
        PolicyConfiguration(catalog: .zstack, node: .any, build: .any, community: grant)
    }

    private static let threeHosts = configuration(CommunityGrant(limits: [.hosts: .count(3)]))

    @Test("The limit comes from the effective base license")
    func base() {
        let entitlements = Entitlements(.base(limits: [.hosts: .count(5), .cpus: .unlimited, .vms: .count(0)]))
        #expect(entitlements.limit(of: .hosts) == .count(5))
        #expect(entitlements.limit(of: .cpus) == .unlimited)
        #expect(entitlements.limit(of: .vms) == .count(0))
    }

    @Test("A unit that the base license does not name is unlimited")
    func unnamed() {
        #expect(Entitlements(.base(limits: [.hosts: .count(5)])).limit(of: .vms) == .unlimited)
        #expect(Entitlements(.base(limits: [.hosts: .count(5)])).limit(of: "unheard-of") == .unlimited)
    }

    @Test("Without a base license the limit is 0, even if a plus license names the unit")
    func noBase() {
        #expect(Entitlements().limit(of: .hosts) == .count(0))
        #expect(Entitlements(.plus(.vmware, limits: [.hosts: .count(9)])).limit(of: .hosts) == .count(0))
        #expect(Entitlements().limit(of: "unheard-of") == .count(0))
    }

    @Test("The limit is 0 if the base license is excluded")
    func excluded() {
        let configuration = PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now))
        let entitlements = Entitlements(.base(updatesUntil: .days(-1)), configuration: configuration)
        #expect(entitlements.limit(of: .hosts) == .count(0))
    }

    @Test(
        "A base license has its limits in every state",
        arguments: SlotCase.allCases.filter { $0 != .empty }
    )
    func states(_ state: SlotCase) {
        #expect(Entitlements(state.base(), at: .now).limit(of: .hosts) == .count(100))
    }

    @Test("The community grant's limits apply without a base license")
    func community() {
        #expect(Entitlements(configuration: Self.threeHosts).limit(of: .hosts) == .count(3))
        #expect(Entitlements(configuration: Self.threeHosts).limit(of: .vms) == .unlimited)
        #expect(Entitlements(.plus(.vmware), configuration: Self.threeHosts).limit(of: .hosts) == .count(3))
        #expect(Entitlements(.base(), configuration: Self.threeHosts).limit(of: .hosts) == .count(100))
        #expect(Entitlements(.base(until: .days(-1)), configuration: Self.threeHosts).limit(of: .hosts) == .count(100))
        let none = Self.configuration(CommunityGrant(limits: [:]))
        #expect(Entitlements(configuration: none).limit(of: .hosts) == .unlimited)
    }

    @Test("A grant's limits are clamped to the range of a license's limits")
    func grantInRange() {
        let grant = CommunityGrant(limits: [.hosts: .count(.min), .cpus: .count(.max), .vms: .unlimited])
        #expect(grant.limits == [.hosts: .count(0), .cpus: .count(License.Limit.maximumCount), .vms: .unlimited])
        let entitlements = Entitlements([], at: .now, configuration: Self.configuration(grant))
        let quotas = entitlements.quotas(given: LicenseUsage(total: [.hosts: .max, .cpus: .min]))
        #expect(quotas.map(\.overage) == [0, .max, 0])
    }

    @Test("The limit agrees with the quotas and with the check of additions", arguments: [nil, threeHosts.community])
    func agreement(_ grant: CommunityGrant?) {
        for licenses in [[], [License.base(limits: [.hosts: .count(4)])], [.plus(.vmware)]] {
            let entitlements = Entitlements(licenses, at: .now, configuration: Self.configuration(grant))
            for quota in entitlements.quotas(given: .zero) {
                #expect(entitlements.limit(of: quota.unit) == quota.licensed)
            }
            if let limit = entitlements.limit(of: .hosts).count, limit > 0 {
                #expect(entitlements.codes(adding: [.hosts: limit], to: .base, given: .zero) == [])
                #expect(entitlements.codes(adding: [.hosts: limit + 1], to: .base, given: .zero) == ["limit-reached"])
            }
        }
    }
}
