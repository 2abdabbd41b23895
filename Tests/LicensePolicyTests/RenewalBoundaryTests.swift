import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("Boundaries of a renewal")
struct RenewalBoundaryTests {
    /// A license that ends in 10 days, and one that starts so many seconds after that.
    static func licenses(gap: Int64) -> [License] {
        [
            .base("B-1", until: .days(10)),
            .base("B-2", from: .days(10) + .seconds(gap), until: .days(100), issued: .days(-1)),
        ]
    }

    @Test(
        "Status, license, whole days of coverage and login, second by second around the renewal",
        arguments: [
            // It joins exactly.
            (0, -1, "valid B-1 90 proceed"), (0, 0, "valid B-2 90 proceed"), (0, 1, "valid B-2 89 proceed"),
            // It overlaps by a second, from which on the one that was signed later counts.
            (-1, -2, "valid B-1 90 proceed"), (-1, -1, "valid B-2 90 proceed"), (-1, 0, "valid B-2 90 proceed"),
            // It leaves a second in which nothing is in force, and the days before it say so.
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
        let mayOperate = entitlements.decision(for: .operate(.base)).isAllowed
        #expect(mayOperate == !expected.hasPrefix("expired"))
    }

    @Test(
        "The reminder appears a second after exactly 14 days of coverage, and not where the renewal joins",
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
        "The greatest limit there is, 2^53 − 1 hosts, is a limit, and no sum passes the ends of the numbers",
        arguments: [
            // In use altogether, of them VMware's, to add to VMware, whether it fits.
            (9_007_199_254_740_990, 0, 1, true), (9_007_199_254_740_990, 0, 2, false),
            (9_007_199_254_740_991, 0, 1, false), (0, 0, 9_007_199_254_740_991, true),
            (0, 0, 9_007_199_254_740_992, false), (0, 0, .max, false), (.max, 0, .max, false), (.min, 0, .max, false),
            (.min, .min, 1, true), (.max, .max, .max, false),
        ]
    )
    func greatestLimit(_ used: Int, _ ofModule: Int, _ requested: Int, _ fits: Bool) {
        let entitlements = Entitlements(
            .base(limits: [.hosts: .count(9_007_199_254_740_991)]),
            .plus(.vmware)
        )
        let usage = LicenseUsage(total: [.hosts: used], modules: [.vmware: [.hosts: ofModule]])
        let codes = entitlements.codes(adding: [.hosts: requested], to: .module(.vmware), given: usage)
        #expect(codes == (fits ? [] : ["limit-reached"]))
    }

    @Test("An allowance of 2^53 − 1 hosts comes on top of a limit of as many, without an overflow")
    func greatestAllowance() {
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
        #expect(quota?.absorbed == 9_007_199_254_740_991)
        #expect(quota?.available == .count(1))
    }
}
