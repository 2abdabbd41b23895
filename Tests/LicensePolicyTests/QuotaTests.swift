import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("Quotas")
struct QuotaTests {
    /// Licenses and usage, and the expected quotas as `unit licensed used absorbed available over`.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let licenses: [License]
        let usage: LicenseUsage
        let quotas: [String]

        init(_ name: String, _ licenses: [License], _ usage: LicenseUsage, _ quotas: String...) {
            self.testDescription = name
            self.licenses = licenses
            self.usage = usage
            self.quotas = quotas
        }
    }

    /// Returns a usage of hosts, in total and by module.
    static func hosts(_ total: Int, vmware: Int = 0, baremetal: Int = 0) -> LicenseUsage {
        LicenseUsage(total: [.hosts: total], modules: [.vmware: [.hosts: vmware], .baremetal: [.hosts: baremetal]])
    }

    static let base = License.base(limits: [.hosts: .count(100)])
    static let tenHosts: [LimitUnit: License.Limit] = [.hosts: .count(10)]

    static let baseCases: [Case] = [
        Case("no usage", [base], LicenseUsage.zero, "hosts 100 0 0 100 0"),
        Case("5 licensed, 1 used", [.base(limits: [.hosts: .count(5)])], hosts(1), "hosts 5 1 0 4 0"),
        Case("all used", [base], hosts(100), "hosts 100 100 0 0 0"),
        Case("over the limit", [base], hosts(103), "hosts 100 103 0 0 3"),
        Case("nothing licensed", [.base(limits: [.hosts: .count(0)])], hosts(1), "hosts 0 1 0 0 1"),
        Case("unlimited", [.base(limits: [.hosts: .unlimited])], hosts(7), "hosts unlimited 7 0 unlimited 0"),
        Case(
            "several units, by name",
            [.base(limits: [.vms: .count(9), .hosts: .count(3), .cpus: .unlimited])],
            LicenseUsage(total: [.hosts: 4, .cpus: 8, .vms: 2, "gpus": 5]),
            "cpus unlimited 8 0 unlimited 0",
            "hosts 3 4 0 0 1",
            "vms 9 2 0 7 0"
        ),
        Case("a unit that the license does not name", [.base(limits: [.cpus: .count(2)])], hosts(9), "cpus 2 0 0 2 0"),
        Case("a negative usage", [base], hosts(-5, vmware: -7), "hosts 100 0 0 100 0"),
        Case("no base license", [.plus(.vmware, limits: tenHosts)], hosts(9, vmware: 9)),
        Case("an expired base license", [.base(until: .zero, limits: tenHosts)], hosts(4), "hosts 10 4 0 6 0"),
        Case("a pending base license", [.base(from: .days(1), limits: tenHosts)], hosts(4), "hosts 10 4 0 6 0"),
        Case(
            "only the effective license's limit",
            [
                .base("B-1", issued: .days(-9), limits: [.hosts: .count(50), .vms: .count(1)]),
                .base("B-2", issued: .days(-1)),
            ],
            hosts(60),
            "hosts 100 60 0 40 0"
        ),
        Case(
            "the maximum limit and the maximum usage",
            [.base(limits: [.hosts: .count(9_007_199_254_740_991)])],
            hosts(.max),
            "hosts 9007199254740991 9223372036854775807 0 0 9214364837600034816"
        ),
    ]

    static let moduleCases: [Case] = [
        Case(
            "a module's usage up to its allowance",
            [base, .plus(.vmware, limits: tenHosts)],
            hosts(25, vmware: 10),
            "hosts 100 25 10 85 0"
        ),
        Case(
            "a module's usage beyond its allowance",
            [base, .plus(.vmware, limits: tenHosts)],
            hosts(25, vmware: 12),
            "hosts 100 25 10 85 0"
        ),
        Case(
            "a module's usage below its allowance",
            [base, .plus(.vmware, limits: tenHosts)],
            hosts(25, vmware: 4),
            "hosts 100 25 4 79 0"
        ),
        Case(
            "another module's usage",
            [base, .plus(.vmware, limits: tenHosts)],
            hosts(25, baremetal: 12),
            "hosts 100 25 0 75 0"
        ),
        Case("the core's usage", [base, .plus(.vmware, limits: tenHosts)], hosts(25), "hosts 100 25 0 75 0"),
        Case(
            "one allowance for both modules",
            [base, .plus(.vmware, .baremetal, limits: tenHosts)],
            hosts(25, vmware: 6, baremetal: 7),
            "hosts 100 25 10 85 0"
        ),
        Case(
            "one allowance for each module",
            [
                base, .plus(.vmware, id: "P-1", limits: tenHosts),
                .plus(.baremetal, id: "P-2", limits: [.hosts: .count(3)]),
            ],
            hosts(25, vmware: 12, baremetal: 5),
            "hosts 100 25 13 88 0"
        ),
        Case(
            "a license that is effective for one of its modules",
            [
                base, .plus(.vmware, .baremetal, id: "P-1", limits: tenHosts),
                .plus(.baremetal, id: "P-2", issued: .days(-1), limits: [.hosts: .count(5)]),
            ],
            hosts(25, vmware: 8, baremetal: 9),
            "hosts 100 25 13 88 0"
        ),
        Case(
            "a bundle",
            [.base(bundles: [.vmware], limits: [.hosts: .count(100)])],
            hosts(25, vmware: 12),
            "hosts 100 25 0 75 0"
        ),
        Case(
            "a plus license over a bundle",
            [.base(bundles: [.vmware], limits: [.hosts: .count(100)]), .plus(.vmware, limits: tenHosts)],
            hosts(25, vmware: 12),
            "hosts 100 25 10 85 0"
        ),
        Case(
            "an expired module",
            [base, .plus(.vmware, until: .zero, limits: tenHosts)],
            hosts(25, vmware: 12),
            "hosts 100 25 0 75 0"
        ),
        Case(
            "a module in its grace period",
            [base, .plus(.vmware, until: .zero, limits: tenHosts, graceDays: 1)],
            hosts(25, vmware: 12),
            "hosts 100 25 10 85 0"
        ),
        Case(
            "a pending module",
            [base, .plus(.vmware, from: .seconds(1), limits: tenHosts)],
            hosts(25, vmware: 12),
            "hosts 100 25 0 75 0"
        ),
        Case(
            "an unlimited allowance",
            [base, .plus(.vmware, limits: [.hosts: .unlimited])],
            hosts(125, vmware: 120),
            "hosts 100 125 120 95 0"
        ),
        Case(
            "a unit that the module's license does not name",
            [base, .plus(.vmware, limits: [.cpus: .count(10)])],
            hosts(25, vmware: 12),
            "hosts 100 25 0 75 0"
        ),
        Case(
            "an expired base with a current module",
            [.base(until: .zero, limits: [.hosts: .count(20)]), .plus(.vmware, limits: tenHosts)],
            hosts(25, vmware: 12),
            "hosts 20 25 10 5 0"
        ),
        Case(
            "over the limit despite the allowance",
            [.base(limits: [.hosts: .count(12)]), .plus(.vmware, limits: tenHosts)],
            hosts(25, vmware: 12),
            "hosts 12 25 10 0 3"
        ),
        Case(
            "an unlimited limit and an unlimited allowance",
            [.base(limits: [.hosts: .unlimited]), .plus(.vmware, limits: [.hosts: .unlimited])],
            hosts(9, vmware: 5),
            "hosts unlimited 9 5 unlimited 0"
        ),
        Case(
            "a module's usage above the total",
            [base, .plus(.vmware, limits: tenHosts)],
            hosts(3, vmware: 12),
            "hosts 100 3 10 100 0"
        ),
        Case(
            "the maximum usage by each module",
            [
                base, .plus(.vmware, id: "P-1", limits: [.hosts: .unlimited]),
                .plus(.baremetal, id: "P-2", limits: [.hosts: .unlimited]),
            ],
            hosts(.max, vmware: .max, baremetal: .max),
            "hosts 100 9223372036854775807 9223372036854775807 100 0"
        ),
        Case(
            "the maximum usage of a shared allowance",
            [base, .plus(.vmware, .baremetal, limits: tenHosts)],
            hosts(.max, vmware: .max, baremetal: .max),
            "hosts 100 9223372036854775807 10 0 9223372036854775697"
        ),
    ]

    @Test("A quota has the base's limit, the usage, the available units and the overage", arguments: baseCases)
    func base(_ test: Case) {
        Self.check(test)
    }

    @Test("A module's usage counts against its license's allowance first", arguments: moduleCases)
    func modules(_ test: Case) {
        Self.check(test)
    }

    static func check(_ test: Case) {
        let quotas = Entitlements(test.licenses, at: .now).quotas(given: test.usage)
        let lines = quotas.map {
            "\($0.unit) \($0.licensed) \($0.used) \($0.coveredByModules) \($0.available) \($0.overage)"
        }
        #expect(lines == test.quotas)
    }
}
