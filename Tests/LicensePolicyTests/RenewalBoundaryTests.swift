import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("Boundaries of a renewal")
struct RenewalBoundaryTests {
    /// Returns a license that ends in 10 days, and a renewal that starts `gap` seconds after that.
    static func licenses(gap: Int64) -> [License] {
        [
            .base("B-1", until: .days(10)),
            .base("B-2", from: .days(10) + .seconds(gap), until: .days(100), issued: .days(-1)),
        ]
    }

    @Test(
        "Status, license, coverage and login change at the exact second of a renewal",
        arguments: [
            // The renewal starts when the license ends.
            (0, -1, "valid B-1 90 proceed"), (0, 0, "valid B-2 90 proceed"), (0, 1, "valid B-2 89 proceed"),
            // They overlap by a second. From then on, the renewal is effective, because it was issued later.
            (-1, -2, "valid B-1 90 proceed"), (-1, -1, "valid B-2 90 proceed"), (-1, 0, "valid B-2 90 proceed"),
            // There is a gap of a second without a current license, at which the coverage ends.
            (1, -1, "valid B-1 0 remind"), (1, 0, "expired B-1 0 redirect"), (1, 1, "valid B-2 89 proceed"),
        ] as [(Int64, Int64, String)]
    )
    func secondBySecond(_ gap: Int64, _ second: Int64, _ expected: String) {
        let entitlements = Entitlements(Self.licenses(gap: gap), at: .now + .days(10) + .seconds(second))
        let covered = (entitlements.base.coveredUntil ?? .now).secondsSince1970 - entitlements.instant.secondsSince1970
        let id = entitlements.base.license?.id.rawValue ?? "none"
        #expect(
            "\(entitlements.base.status) \(id) \(max(0, covered) / 86_400) \(entitlements.login)" == expected
        )
        let canOperate = entitlements.decision(for: .operate(.base)).isAllowed
        #expect(canOperate == !expected.hasPrefix("expired"))
    }

    @Test(
        "The reminder starts a second after exactly 14 days of coverage remain",
        arguments: [
            (0, Span.days(86), []), (0, .days(86) + .seconds(1), ["expiring 14"]), (0, .days(86) - .seconds(1), []),
            (1, .days(-4), []), (1, .days(-4) + .seconds(1), ["expiring 14"]), (1, .days(-4) - .seconds(1), []),
        ] as [(Int64, Span, [String])]
    )
    func reminder(_ gap: Int64, _ span: Span, _ expected: [String]) {
        let entitlements = Entitlements(Self.licenses(gap: gap), at: .now + span)
        #expect(entitlements.reminders.map { "\($0.kind) \($0.daysRemaining)" } == expected)
    }

    @Test(
        "The maximum limit of 2^53 − 1 hosts is enforced, and no sum overflows",
        arguments: [
            // Hosts in use, VMware hosts among them, hosts to add to VMware, whether the addition is allowed.
            (9_007_199_254_740_990, 0, 1, true), (9_007_199_254_740_990, 0, 2, false),
            (9_007_199_254_740_991, 0, 1, false), (0, 0, 9_007_199_254_740_991, true),
            (0, 0, 9_007_199_254_740_992, false), (0, 0, .max, false), (.max, 0, .max, false), (.min, 0, .max, false),
            (.min, .min, 1, true), (.max, .max, .max, false),
        ]
    )
    func maximumLimit(_ used: Int, _ usedByModule: Int, _ requested: Int, _ isAllowed: Bool) {
        let entitlements = Entitlements(
            .base(limits: [.hosts: .count(9_007_199_254_740_991)]),
            .plus(.vmware)
        )
        let usage = LicenseUsage(total: [.hosts: used], modules: [.vmware: [.hosts: usedByModule]])
        let codes = entitlements.codes(adding: [.hosts: requested], to: .module(.vmware), given: usage)
        #expect(codes == (isAllowed ? [] : ["limit-reached"]))
    }

    @Test("An allowance of 2^53 − 1 hosts adds to an equal limit without an overflow")
    func maximumAllowance() {
        let entitlements = Entitlements(
            .base(limits: [.hosts: .count(9_007_199_254_740_991)]),
            .plus(.vmware, limits: [.hosts: .count(9_007_199_254_740_991)])
        )
        let usage = LicenseUsage(
            total: [.hosts: 18_014_398_509_481_981],
            modules: [.vmware: [.hosts: 9_007_199_254_740_991]]
        )
        #expect(entitlements.codes(adding: [.hosts: 1], to: .module(.vmware), given: usage) == [])
        #expect(entitlements.codes(adding: [.hosts: 2], to: .module(.vmware), given: usage) == ["limit-reached"])
        let quota = entitlements.quotas(given: usage).first
        #expect(quota?.coveredByModules == 9_007_199_254_740_991)
        #expect(quota?.available == .count(1))
    }
}
