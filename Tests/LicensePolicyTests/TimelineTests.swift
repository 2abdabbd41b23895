import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("The timeline")
struct TimelineTests {
    private static let noModule = "module-not-activated"

    /// Returns a line for each change, with its instant.
    static func lines(_ timeline: EntitlementsTimeline) -> [String] {
        timeline.flatMap { point in
            point.changes.map { change in
                let subject = [change.slot?.description, change.unit?.rawValue].compactMap { $0.map { " \($0)" } }
                    .joined()
                return
                    "\(point.instant) \(change.aspect.rawValue)\(subject): \(change.before?.description ?? "-") -> \(change.after?.description ?? "-")"
            }
        }
    }

    @Test("A license has a reminder, then its grace period, and then expires")
    func life() {
        let timeline = Entitlements([.base(until: .days(20), graceDays: 5)], at: .now)
            .timeline(from: .now, to: .now + .days(365))
        #expect(
            Self.lines(timeline) == [
                "2027-01-21T08:00:01Z reminder base: - -> expiring:base:B-1",
                "2027-01-21T08:00:01Z login: proceed -> remind",
                "2027-02-04T08:00:00Z status base: valid -> grace",
                "2027-02-04T08:00:00Z reminder base: expiring:base:B-1 -> grace:base:B-1",
                "2027-02-09T08:00:00Z status base: grace -> expired",
                "2027-02-09T08:00:00Z operate base: [] -> [base-expired]",
                "2027-02-09T08:00:00Z reminder base: grace:base:B-1 -> expired:base:B-1",
                "2027-02-09T08:00:00Z operate baremetal: [\(Self.noModule)] -> [base-expired, \(Self.noModule)]",
                "2027-02-09T08:00:00Z operate disaster-recovery: [\(Self.noModule)] -> [base-expired, \(Self.noModule)]",
                "2027-02-09T08:00:00Z operate project-management: [\(Self.noModule)] -> [base-expired, \(Self.noModule)]",
                "2027-02-09T08:00:00Z operate vmware: [\(Self.noModule)] -> [base-expired, \(Self.noModule)]",
                "2027-02-09T08:00:00Z login: remind -> redirect",
            ]
        )
    }

    @Test("A renewal changes the license, the limit and the quota, and ends a finding")
    func renewal() {
        let licenses: [License] = [
            .base("B-1", until: .days(1), limits: [.hosts: .count(5)]),
            .base("B-2", from: .days(1), until: nil, issued: .days(2), limits: [.hosts: .unlimited]),
        ]
        let timeline = Entitlements(licenses, at: .now)
            .timeline(from: .now, to: .now + .days(9), given: LicenseUsage(total: [.hosts: 6]))
        #expect(
            Self.lines(timeline) == [
                "2027-01-16T08:00:00Z license base: B-1 -> B-2",
                "2027-01-16T08:00:00Z limit base hosts: 5 -> unlimited",
                "2027-01-16T08:00:00Z quota hosts: 5 licensed, 6 used, 0 absorbed, 0 available, 1 over -> "
                    + "unlimited licensed, 6 used, 0 absorbed, unlimited available, 0 over",
                "2027-01-16T08:00:00Z finding: issued-in-future B-2 -> -",
            ]
        )
    }

    @Test("A slot with many licenses has the right effective license on each day")
    func manyLicenses() {
        var random = SplitMix64(seed: 1)
        for _ in 0..<20 {
            let licenses = (0..<40)
                .map { index in
                    let start = random.below(100)
                    return License.base(
                        LicenseID(rawValue: "B-\(index)") ?? "B",
                        from: .days(start),
                        until: .days(start + 1 + random.below(60)),
                        issued: .days(-random.below(1_000)),
                        graceDays: random.below(20)
                    )
                }
            let start = Entitlements(licenses, at: .now)
            let effective = start.timeline(from: .now, to: .now + .days(200))
                .reduce(into: [LicenseInstant.now: start.base.license?.id.rawValue]) { effective, point in
                    if let change = point.changes.first(where: { $0.aspect == .license }) {
                        effective[point.instant] = change.after?.text
                    }
                }
            var effectiveID: String?
            for day in 0...200 {
                effectiveID = effective[.now + .days(day)] ?? effectiveID
                #expect(effectiveID == Entitlements(licenses, at: .now + .days(day)).base.license?.id.rawValue)
            }
        }
    }

    @Test("Limits and quotas change by unit if the next license limits other units")
    func otherUnits() {
        let licenses: [License] = [
            .base("B-1", until: .days(1), limits: [.hosts: .count(5), .cpus: .count(9)]),
            .base("B-2", from: .days(1), until: nil, limits: [.vms: .count(7), .cpus: .count(9)]),
        ]
        let timeline = Entitlements(licenses, at: .now).timeline(from: .now, to: .now + .days(2), given: .zero)
        let none = "0 used, 0 absorbed"
        #expect(
            Self.lines(timeline) == [
                "2027-01-16T08:00:00Z license base: B-1 -> B-2",
                "2027-01-16T08:00:00Z limit base hosts: 5 -> -",
                "2027-01-16T08:00:00Z limit base vms: - -> 7",
                "2027-01-16T08:00:00Z quota hosts: 5 licensed, \(none), 5 available, 0 over -> -",
                "2027-01-16T08:00:00Z quota vms: - -> 7 licensed, \(none), 7 available, 0 over",
            ]
        )
    }

    @Test("A base license that starts with a reminder is reported only once")
    func startWithReminder() {
        let start = Span.days(5) + .seconds(1)
        let licenses: [License] = [.base(from: start, until: .days(19)), .plus(.vmware, from: start)]
        let timeline = Entitlements(licenses, at: .now).timeline(from: .now, to: .now + .days(6))
        #expect(timeline.map(\.instant) == [.now + start])
        let lines = Self.lines(timeline)
        #expect(lines.filter { $0.contains(" reminder base: ") }.count == 1)
        #expect(lines.filter { $0.contains(" operate base: ") }.count == 1)
        #expect(lines.contains("2027-01-20T08:00:01Z status vmware: notYetValid -> activated"))
    }

    @Test("Only the remaining days change between two points")
    func between() {
        let licenses: [License] = [
            .base(until: .days(20), bundles: [.baremetal], graceDays: 5),
            .plus(.vmware, from: .days(3), until: .days(30)),
        ]
        let timeline = Entitlements(licenses, at: .now + .days(500)).timeline(from: .now, to: .now + .days(40))
        let starts = [timeline.start.instant] + timeline.map(\.instant)
        #expect(
            starts.map(\.description) == [
                "2027-01-15T08:00:00Z", "2027-01-18T08:00:00Z", "2027-01-21T08:00:01Z", "2027-01-31T08:00:01Z",
                "2027-02-04T08:00:00Z", "2027-02-09T08:00:00Z", "2027-02-14T08:00:00Z",
            ]
        )
        for (start, until) in zip(starts, starts.dropFirst() + [.now + .days(40)]) {
            let report = Entitlements(licenses, at: start).report()
            let middle = (until.secondsSince1970 - start.secondsSince1970) / 2
            for instant in [start.advanced(bySeconds: middle), until.advanced(bySeconds: -1)] {
                #expect(Entitlements(licenses, at: instant).report().changes(to: report) == [])
            }
        }
    }

    @Test("A timeline can be iterated more than once")
    func sequence() {
        let timeline = Entitlements([.base(until: .days(20), graceDays: 5)], at: .now).timeline(from: .now, to: .latest)
        var iterator = timeline.makeIterator()
        #expect(iterator.next()?.instant.description == "2027-01-21T08:00:01Z")
        #expect(Array(timeline) == Array(timeline))
        #expect(Array(timeline).count == 3)
    }

    @Test("A timeline includes its end, and has no points if it ends before its start")
    func ends() {
        let entitlements = Entitlements([.base(until: .days(20), graceDays: 5)], at: .now)
        #expect(entitlements.timeline(from: .now, to: .now + .days(20)).map(\.instant).count == 2)
        #expect(entitlements.timeline(from: .now, to: .now + (.days(20) - .seconds(1))).map(\.instant).count == 1)
        #expect(entitlements.timeline(from: .now + .days(20), to: .now + .days(25)).map(\.instant).count == 1)
        let before = entitlements.timeline(from: .now + .days(30), to: .now)
        #expect(before.start.instant.description == "2027-02-14T08:00:00Z")
        #expect(before.start.base.status == .expired)
        #expect(Array(before) == [])
    }

    @Test("A timeline has no points after the year 9999")
    func endOfTime() {
        let end = Span(seconds: LicenseInstant.latest.secondsSince1970 - 1_800_000_000)
        let timeline = Entitlements([.base(until: end, graceDays: 365)], at: .now).timeline(from: .now, to: .latest)
        #expect(timeline.map(\.instant.description) == ["9999-12-18T00:00:00Z", "9999-12-31T23:59:59Z"])
        #expect(timeline.flatMap(\.changes).filter { $0.aspect == .status }.map(\.after?.text) == ["grace"])
    }

    @Test("A timeline without changes has no points")
    func nothing() {
        #expect(Entitlements([], at: .now).timeline(from: .earliest, to: .latest).map(\.instant) == [])
        #expect(Entitlements([.base(until: nil)], at: .now).timeline(from: .now, to: .latest).map(\.instant) == [])
    }
}
