import LicenseModel
import LicensePolicy
import TestSupport
import Testing

/// What holds of the timeline of every world, over a window that meets its instants.
///
/// Each instant is evaluated anew from the licenses: the tests do not go from point to point as the timeline does.
@Suite("Properties of the timeline")
struct TimelinePropertyTests {
    @Test("Nothing changes inside a segment, and what its points change is what differs from the second before")
    func segments() {
        var counts = Counts()
        PropertyTests.holds(in: RandomWorld.fewer) { world in
            let (start, end) = world.window
            let segments = Segment.all(of: world.timeline)
            counts.add(segments, end)
            let told = world.timeline.start
            guard told.instant == start, world.facts(at: start).isTold(by: told),
                segments.map(\.until) == segments.dropFirst().map(\.from) + [nil],
                zip(segments, segments.dropFirst()).allSatisfy({ $0.from < $1.from && $1.from <= end })
            else {
                return false
            }
            var before: Facts?
            for segment in segments {
                let facts = world.facts(at: segment.from)
                guard segment.changes.isEmpty == (before == nil) else { return false }
                if let before {
                    let differences = facts.differences(since: before)
                    guard !differences.isEmpty, segment.changes.map(Difference.init) == differences else {
                        return false
                    }
                }
                guard let inside = world.instant(in: segment) else {
                    before = facts
                    continue
                }
                before = world.facts(at: world.last(of: segment))
                guard before == facts, world.facts(at: inside) == facts else { return false }
            }
            return true
        }
        counts.expectAll()
    }
}

/// A stretch of time between two points of a timeline, in which nothing changes but the days that remain.
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

/// What the timelines have, so that the property can fail.
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
        let count = RandomWorld.fewer.count
        #expect(self.inside > 2 * count)
        #expect(self.points > count)
        #expect(self.atEnd * 50 > count)
        #expect(self.backwards * 20 > count)
        for aspect in EntitlementChange.Aspect.known {
            #expect((self.aspects[aspect] ?? 0) * 50 > count, "\(aspect)")
        }
    }
}

extension RandomWorld {
    /// A window that meets the world's instants, and as often as not starts or ends at one.
    ///
    /// In some worlds it ends before it starts.
    fileprivate var window: (start: LicenseInstant, end: LicenseInstant) {
        var random = SplitMix64(seed: self.seed ^ 0x71E)
        let start = self.instant(&random)
        return (start, random.oneIn(2) ? self.instant(&random) : start + .days(random.below(120)))
    }

    /// One of the world's instants or a day of the worlds' grid, or a second beside it.
    private func instant(_ random: inout SplitMix64) -> LicenseInstant {
        let own = self.instants.randomElement(using: &random) ?? self.instant
        return (random.oneIn(2) ? own : .now + Self.span(&random)) + .seconds(Int64(random.below(3) - 1))
    }

    /// Where something may change, but for the reminders.
    private var instants: [LicenseInstant] {
        self.licenses.flatMap { license in
            [license.notBefore, license.issuedAt.advanced(byDays: -1)]
                + [license.expiresAt, license.graceUntil].compactMap { $0 }
        }
    }

    /// Starts elsewhere than the window does, which must not matter.
    fileprivate var timeline: EntitlementsTimeline {
        let (start, end) = self.window
        return self.entitlements.timeline(from: start, to: end, given: Facts.usage)
    }

    /// What an evaluation of the licenses says, without the timeline and what it goes along.
    fileprivate func facts(at instant: LicenseInstant) -> Facts {
        Facts(Entitlements(self.licenses, at: instant, configuration: self.configuration))
    }

    fileprivate func last(of segment: Segment) -> LicenseInstant {
        segment.until?.advanced(bySeconds: -1) ?? max(segment.from, self.window.end)
    }

    /// An instant after the first of a segment: as often as not one at which a license may change.
    ///
    /// `nil` where the segment has one second.
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
