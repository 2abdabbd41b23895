import LicenseModel
import LicensePolicy
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
        "The grant applies only while no base license is loaded",
        arguments: [
            (SlotCase.pending, ["base-not-yet-valid"]), (.current, []), (.grace, []), (.expired, ["base-expired"]),
        ]
    )
    func withBase(_ state: SlotCase, _ expected: [String]) {
        let entitlements = Entitlements(state.base(), at: .now, configuration: Self.configuration)
        #expect(entitlements.codes(.operate(.base)) == expected)
        #expect(entitlements.quotas(given: LicenseUsage.zero).map(\.licensed) == [.count(100)])
    }

    @Test("Nothing is granted by default")
    func byDefault() {
        #expect(Entitlements().codes(.operate(.base)) == ["base-missing"])
        #expect(Entitlements().quotas(given: LicenseUsage(total: [.hosts: 5])).isEmpty)
    }
}
