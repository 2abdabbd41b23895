import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("Admission of new objects")
struct AdmissionTests {
    static let vmware = LicenseSlot.module(.vmware)

    /// The entitlements of a base license for 5 hosts and a VMware license for 3 hosts.
    static let entitlements = Entitlements(
        .base(limits: [.hosts: .count(5)]),
        .plus(.vmware, limits: [.hosts: .count(3)])
    )

    static func hosts(_ total: Int, vmware: Int = 0) -> LicenseUsage {
        LicenseUsage(total: [.hosts: total], modules: [.vmware: [.hosts: vmware]])
    }

    @Test(
        "An addition to the core is denied if it would exceed the limit",
        arguments: [
            (3, 1, true), (4, 1, true), (5, 1, false), (6, 1, false), (4, 2, false), (3, 2, true), (0, 5, true),
            (0, 6, false), (0, .max, false), (.max, 1, false), (.max, .max, false),
        ]
    )
    func core(_ used: Int, _ requested: Int, _ isAllowed: Bool) {
        let codes = Self.entitlements.codes(adding: [.hosts: requested], to: .base, given: Self.hosts(used))
        #expect(codes == (isAllowed ? [] : ["limit-reached"]))
    }

    @Test(
        "An addition to a module uses its allowance first, then the base's limit",
        arguments: [
            // Hosts in use, VMware hosts among them, hosts to add, whether the addition is allowed.
            (0, 0, 3, true), (0, 0, 8, true), (0, 0, 9, false), (7, 2, 1, true), (7, 2, 2, false), (8, 3, 1, false),
            (7, 3, 1, true), (5, 0, 3, true), (5, 0, 4, false), (8, 8, 1, false), (7, 7, 1, true),
            // Already over the limit: the check compares what would count after the addition.
            (8, 2, 1, false), (.max, .max, 1, false), (.max, 0, .max, false),
        ]
    )
    func module(_ used: Int, _ usedByModule: Int, _ requested: Int, _ isAllowed: Bool) {
        let usage = Self.hosts(used, vmware: usedByModule)
        let codes = Self.entitlements.codes(adding: [.hosts: requested], to: Self.vmware, given: usage)
        #expect(codes == (isAllowed ? [] : ["limit-reached"]))
    }

    @Test("The core cannot use a module's unused allowance")
    func allowanceIsTheModules() {
        let usage = Self.hosts(5, vmware: 0)
        #expect(Self.entitlements.codes(adding: [.hosts: 1], to: .base, given: usage) == ["limit-reached"])
        #expect(Self.entitlements.codes(adding: [.hosts: 1], to: Self.vmware, given: usage) == [])
    }

    @Test("A denial reports the limit, the counted usage and the requested amount")
    func shortage() {
        let error = #expect(throws: LicenseDenial.self) {
            try Self.entitlements.admit([.hosts: 4], to: Self.vmware, given: Self.hosts(7, vmware: 2))
        }
        #expect(error?.capability == .operate(Self.vmware))
        #expect(
            error?.reasons == [
                DenialReason(
                    .limitReached,
                    .base,
                    shortages: [LimitShortage(unit: .hosts, limit: 5, used: 5, requested: 4)]
                )
            ]
        )
    }

    @Test("A denial names each unit that would exceed its limit, sorted by name")
    func severalUnits() {
        let entitlements = Entitlements(
            .base(limits: [.vms: .count(10), .hosts: .count(5), .cpus: .count(8), "gpus": .unlimited])
        )
        let usage = LicenseUsage(total: [.vms: 10, .hosts: 4, .cpus: 7, "gpus": 100])
        let error = #expect(throws: LicenseDenial.self) {
            try entitlements.admit([.vms: 1, .hosts: 1, .cpus: 2, "gpus": 5, "racks": 9], to: .base, given: usage)
        }
        #expect(
            error?.reasons == [
                DenialReason(
                    .limitReached,
                    .base,
                    shortages: [
                        LimitShortage(unit: .cpus, limit: 8, used: 7, requested: 2),
                        LimitShortage(unit: .vms, limit: 10, used: 10, requested: 1),
                    ]
                )
            ]
        )
        #expect(entitlements.codes(adding: [.hosts: 1, .cpus: 1, "racks": 9], to: .base, given: usage) == [])
    }

    @Test("A unit is unlimited if the base license does not name or limit it")
    func unlimited() {
        let entitlements = Entitlements(.base(limits: [.cpus: .unlimited]))
        for usage in [LicenseUsage.zero, LicenseUsage(total: [.hosts: .max, .cpus: .max])] {
            #expect(entitlements.codes(adding: [.hosts: .max, .cpus: .max], to: .base, given: usage) == [])
        }
    }

    @Test("An overage denies only additions")
    func over() {
        let entitlements = Entitlements(.base(limits: [.hosts: .count(5), .vms: .count(5)]))
        let usage = LicenseUsage(total: [.hosts: 9, .vms: 1])
        #expect(entitlements.codes(adding: [.hosts: 1], to: .base, given: usage) == ["limit-reached"])
        #expect(entitlements.codes(adding: [.vms: 1], to: .base, given: usage) == [])
        #expect(entitlements.codes(adding: [:], to: .base, given: usage) == [])
        #expect(entitlements.codes(adding: [.hosts: 0], to: .base, given: usage) == [])
        #expect(entitlements.codes(adding: [.hosts: -3], to: .base, given: usage) == [])
        #expect(entitlements.codes(.operate(.base)) == [])
    }

    @Test(
        "The limit is the last reason, after all others",
        arguments: [
            ([.base(until: .zero, limits: [.hosts: .count(0)]), .plus(.vmware)], ["base-expired", "limit-reached"]),
            (
                [.base(from: .days(1), limits: [.hosts: .count(0)])],
                ["base-not-yet-valid", "module-not-activated", "limit-reached"]
            ),
            (
                [.base(until: .zero, limits: [.hosts: .count(0)]), .plus(.vmware, until: .zero, features: [])],
                ["base-expired", "module-expired", "feature-not-included", "limit-reached"]
            ),
            ([.plus(.vmware, limits: [.hosts: .count(0)])], ["base-missing"]),
            ([], ["base-missing", "module-not-activated"]),
        ] as [([License], [String])]
    )
    func afterOtherReasons(_ licenses: [License], _ expected: [String]) {
        let entitlements = Entitlements(licenses, at: .now)
        #expect(
            entitlements.codes(adding: [.hosts: 1], to: Self.vmware, feature: "clone", given: LicenseUsage.zero)
                == expected
        )
    }

    @Test("The usage of an expired module counts against the base's limit")
    func expiredModule() {
        let entitlements = Entitlements(
            .base(limits: [.hosts: .count(5)]),
            .plus(.vmware, until: .zero, limits: [.hosts: .count(3)])
        )
        let usage = Self.hosts(5, vmware: 3)
        #expect(entitlements.codes(adding: [.hosts: 1], to: .base, given: usage) == ["limit-reached"])
        #expect(Self.entitlements.codes(adding: [.hosts: 1], to: .base, given: usage) == [])
    }

    @Test("A sum greater than Int.max is exact until the allowance is subtracted")
    func sumBeyondIntMax() {
        let entitlements = Entitlements(
            .base(limits: [.hosts: .count(5)]),
            .plus(.vmware, limits: [.hosts: .unlimited])
        )
        let usage = Self.hosts(.max, vmware: .max)
        #expect(entitlements.codes(adding: [.hosts: 1], to: Self.vmware, given: usage) == [])
        #expect(entitlements.codes(adding: [.hosts: 6], to: .base, given: usage) == ["limit-reached"])
    }
}
