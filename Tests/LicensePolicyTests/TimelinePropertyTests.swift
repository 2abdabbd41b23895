import LicenseModel
import LicensePolicy
import TestSupport
import Testing

/// Properties of timelines in random scenarios.
///
/// The tests evaluate the licenses separately at each instant, and not from point to point like a timeline.
@Suite("Timeline properties")
struct TimelinePropertyTests {
    @Test("Each point has exactly the differences from the second before it")
    func segments() {
        var counts = Counts()
        PropertyTests.holds(in: RandomScenario.sample) { scenario in
            let (start, end) = scenario.window
            let segments = Segment.all(of: scenario.timeline)
            counts.add(segments, end)
            let report = scenario.timeline.start
            guard report.instant == start, scenario.facts(at: start).matches(report),
                segments.map(\.until) == segments.dropFirst().map(\.from) + [nil],
                zip(segments, segments.dropFirst()).allSatisfy({ $0.from < $1.from && $1.from <= end })
            else {
                return false
            }
            var before: Facts?
            for segment in segments {
                let facts = scenario.facts(at: segment.from)
                guard segment.changes.isEmpty == (before == nil) else { return false }
                if let before {
                    let differences = facts.differences(since: before)
                    guard !differences.isEmpty, segment.changes.map(Difference.init) == differences else {
                        return false
                    }
                }
                guard let inside = scenario.instant(in: segment) else {
                    before = facts
                    continue
                }
                before = scenario.facts(at: scenario.last(of: segment))
                guard before == facts, scenario.facts(at: inside) == facts else { return false }
            }
            return true
        }
        counts.expectAll()
    }
}

/// The time between two points of a timeline, in which only the remaining days change.
private struct Segment {
    let from: LicenseInstant
    let until: LicenseInstant?
    let changes: [EntitlementChange]

    static func all(of timeline: EntitlementsTimeline) -> [Segment] {
        let points = Array(timeline)
        let starts = [(timeline.start.instant, [])] + points.map { ($0.instant, $0.changes) }
        return zip(starts, points.map { Optional($0.instant) } + [nil])
            .map { Segment(from: $0.0, until: $1, changes: $0.1) }
    }
}

/// Counts that show that the timelines are diverse enough for the property to fail.
private struct Counts {
    private var (inside, points, atEnd, backwards) = (0, 0, 0, 0)
    private var aspects: [EntitlementChange.Aspect: Int] = [:]

    mutating func add(_ segments: [Segment], _ end: LicenseInstant) {
        guard let first = segments.first, let last = segments.last else { return }
        self.points += segments.count - 1
        self.inside += segments.count { ($0.until ?? end) > $0.from + .seconds(1) }
        self.atEnd += segments.count > 1 && last.from == end ? 1 : 0
        self.backwards += end < first.from ? 1 : 0
        for segment in segments {
            for aspect in Set(segment.changes.map(\.aspect)) {
                self.aspects[aspect, default: 0] += 1
            }
        }
    }

    func expectAll() {
        let count = RandomScenario.sample.count
        #expect(self.inside > 2 * count)
        #expect(self.points > count)
        #expect(self.atEnd * 50 > count)
        #expect(self.backwards * 20 > count)
        for aspect in EntitlementChange.Aspect.known {
            #expect((self.aspects[aspect] ?? 0) * 50 > count, "\(aspect)")
        }
    }
}

extension RandomScenario {
    /// A window around the scenario's instants, which often starts or ends near one of them.
    ///
    /// In some scenarios, the window ends before it starts.
    fileprivate var window: (start: LicenseInstant, end: LicenseInstant) {
        var random = SplitMix64(seed: self.seed ^ 0x71E)
        let start = self.instant(&random)
        return (start, random.oneIn(2) ? self.instant(&random) : start + .days(random.below(120)))
    }

    /// Returns one of the scenario's instants or an instant on the grid, give or take a second.
    private func instant(_ random: inout SplitMix64) -> LicenseInstant {
        let own = self.instants.randomElement(using: &random) ?? self.instant
        return (random.oneIn(2) ? own : .now + Self.span(&random)) + .seconds(Int64(random.below(3) - 1))
    }

    /// The instants at which something can change, except for reminders.
    private var instants: [LicenseInstant] {
        self.licenses.flatMap { license in
            [license.notBefore, license.issuedAt.advanced(byDays: -1)]
                + [license.updatesUntil, license.updatesUntil?.advanced(byDays: -14)].compactMap { $0 }
                + [license.expiresAt, license.graceUntil].compactMap { $0 }
        }
    }

    /// The timeline over the window.
    ///
    /// The entitlements that create it are of another instant, which must not matter.
    fileprivate var timeline: EntitlementsTimeline {
        let (start, end) = self.window
        return self.entitlements.timeline(from: start, to: end, given: Facts.usage)
    }

    /// Evaluates the licenses at an instant, without the timeline.
    fileprivate func facts(at instant: LicenseInstant) -> Facts {
        Facts(Entitlements(self.licenses, at: instant, configuration: self.configuration))
    }

    /// Returns the last instant of a segment.
    fileprivate func last(of segment: Segment) -> LicenseInstant {
        segment.until?.advanced(bySeconds: -1) ?? max(segment.from, self.window.end)
    }

    /// Returns an instant inside a segment, often one at which a license can change.
    ///
    /// Returns `nil` if the segment is one second long.
    fileprivate func instant(in segment: Segment) -> LicenseInstant? {
        let last = self.last(of: segment)
        let length = Int(last.secondsSince1970 - segment.from.secondsSince1970)
        guard length > 0 else { return nil }
        var random = SplitMix64(seed: self.seed ^ UInt64(bitPattern: segment.from.secondsSince1970))
        let own = self.instants.filter { segment.from < $0 && $0 < last }
        let any = segment.from + .seconds(Int64(random.below(length) + 1))
        return random.oneIn(2) ? any : own.randomElement(using: &random) ?? any
    }
}
