import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

/// The findings `grants-less` of licenses with several units and features, which random scenarios do not have.
@Suite("Licenses that grant less, in random sets")
struct GrantsLessPropertyTests {
    private static let units: [LimitUnit] = [.hosts, .cpus, .vms]
    private static let features: [License.Feature] = ["clone", "migrate", "snapshot"]

    private static func licenses(_ seed: UInt64) -> [License] {
        var random = SplitMix64(seed: seed)
        return (0..<random.below(7) + 2)
            .map { index in
                let start = random.below(20) - 10
                let units = Self.units.filter { _ in random.oneIn(2) }
                let limits = units.map { ($0, random.oneIn(4) ? License.Limit.unlimited : .count(random.below(3))) }
                let features = random.oneIn(2) ? nil : Set(Self.features.filter { _ in random.oneIn(2) })
                let id = LicenseID(rawValue: "L-\(index)") ?? "L"
                let (from, until) = (Span.days(start), Span.days(start + 1 + random.below(20)))
                let issued = Span.days(-random.below(5) - 20)
                let isBase = random.oneIn(2)
                let graceDays = random.oneIn(2) ? 3 : nil
                return isBase
                    ? .base(
                        id,
                        from: from,
                        until: until,
                        issued: issued,
                        bundles: random.oneIn(2) ? [.vmware] : [],
                        limits: Dictionary(uniqueKeysWithValues: limits),
                        features: features,
                        graceDays: graceDays
                    )
                    : .plus(
                        .vmware,
                        random.oneIn(2) ? .baremetal : "cdp",
                        id: id,
                        from: from,
                        until: until,
                        issued: issued,
                        limits: Dictionary(uniqueKeysWithValues: limits),
                        features: features,
                        graceDays: graceDays
                    )
            }
    }

    @Test("An evaluation and a timeline have the findings of the reference implementation")
    func findings() {
        var (seeds, points): ([UInt64], Int) = ([], 0)
        // The reference implementation compares all pairs at each point of a timeline.
        let count = RandomScenario.sample.count / 5
        for seed in 0..<UInt64(count) {
            let licenses = Self.licenses(seed)
            let start = Entitlements(licenses, at: .now + .days(-12))
            var findings = start.findings.map(\.description)
            var isSame = findings == Reference(licenses, at: start.instant, .unchecked).findings
            for point in start.timeline(from: start.instant, to: .now + .days(60)) {
                let changes = point.changes.filter { $0.aspect == .finding }
                points += changes.isEmpty ? 0 : 1
                for finding in changes.compactMap({ $0.before?.description }) {
                    isSame = isSame && findings.contains(finding)
                    findings.removeAll { $0 == finding }
                }
                findings += changes.compactMap { $0.after?.description }
                let expected = Reference(licenses, at: point.instant, .unchecked).findings
                isSame =
                    isSame && findings.sorted() == expected
                    && start.at(point.instant).findings.map(\.description) == expected
            }
            seeds += isSame ? [] : [seed]
        }
        #expect(seeds.isEmpty, "\(seeds.count) sets, with seeds \(seeds.prefix(5))")
        #expect(points > count)
    }
}
