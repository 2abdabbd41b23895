import LicenseModel
import LicensePolicy
import Testing

/// What holds of the timeline of every world, over a window that meets its instants.
///
/// Each instant is evaluated anew from the licences: the tests do not go from point to point as the timeline does.
@Suite("Properties of the timeline")
struct TimelinePropertyTests {
    @Test("Nothing changes inside a segment, whose report is what an evaluation says at its first instant")
    func segments() {
        var inside = 0
        PropertyTests.holds(in: RandomWorld.fewer) { world in
            world.timeline.segments.allSatisfy { segment in
                let first = world.evaluation(at: segment.from)
                let facts = Facts(first)
                let probes = world.probes(of: segment)
                inside += probes.count { $0 != segment.from }
                return segment.report == first.report(given: Facts.usage) && facts.isTold(by: segment.report)
                    && probes.allSatisfy { Facts(world.evaluation(at: $0)) == facts }
            }
        }
        #expect(inside > 4 * RandomWorld.fewer.count)
    }

    @Test("The points ascend in the window, and at each something changes: what differs from the second before")
    func points() {
        var (points, atEnd, backwards) = (0, 0, 0)
        var seen: [EntitlementChange.Aspect: Int] = [:]
        PropertyTests.holds(in: RandomWorld.fewer) { world in
            let (start, end) = world.window
            let segments = world.timeline.segments
            points += segments.count - 1
            atEnd += segments.count > 1 && segments.last?.from == end ? 1 : 0
            backwards += end < start ? 1 : 0
            guard segments.first?.from == start, segments.first?.changes == [],
                segments.map(\.until) == segments.dropFirst().map(\.from) + [nil],
                zip(segments, segments.dropFirst()).allSatisfy({ $0.from < $1.from && $1.from <= end })
            else {
                return false
            }
            return segments.dropFirst()
                .allSatisfy { point in
                    let before = Facts(world.evaluation(at: point.from.advanced(bySeconds: -1)))
                    let differences = Facts(world.evaluation(at: point.from)).differences(since: before)
                    for aspect in Set(differences.map(\.aspect)) {
                        seen[aspect, default: 0] += 1
                    }
                    return !differences.isEmpty && point.changes.map(Difference.init) == differences
                }
        }
        let count = RandomWorld.fewer.count
        #expect(points > count)
        #expect(atEnd * 50 > count)
        #expect(backwards * 20 > count)
        for aspect in EntitlementChange.Aspect.allCases {
            #expect((seen[aspect] ?? 0) * 50 > count, "\(aspect)")
        }
    }
}

extension RandomWorld {
    /// A window that meets the world's instants, and as often as not starts or ends at one.
    ///
    /// In some worlds it ends before it starts.
    fileprivate var window: (start: Instant, end: Instant) {
        var random = SplitMix64(seed: self.seed ^ 0x71E)
        let start = self.instant(&random)
        return (start, random.oneIn(2) ? self.instant(&random) : start + .days(random.below(120)))
    }

    /// One of the world's instants or a day of the worlds' grid, or a second beside it.
    private func instant(_ random: inout SplitMix64) -> Instant {
        let own = self.instants.randomElement(using: &random) ?? self.instant
        return (random.oneIn(2) ? own : .now + Self.span(&random)) + .seconds(Int64(random.below(3) - 1))
    }

    /// Where something may change, but for the reminders.
    private var instants: [Instant] {
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

    fileprivate func evaluation(at instant: Instant) -> Entitlements {
        Entitlements(self.licenses, at: instant, configuration: self.configuration)
    }

    /// The last second of a segment, an instant inside it by chance, and one at which a licence may change.
    fileprivate func probes(of segment: EntitlementsTimeline.Segment) -> [Instant] {
        var random = SplitMix64(seed: self.seed ^ UInt64(bitPattern: segment.from.secondsSince1970))
        let last = segment.until?.advanced(bySeconds: -1) ?? max(segment.from, self.window.end)
        let length = Int(last.secondsSince1970 - segment.from.secondsSince1970)
        let any = segment.from + .seconds(Int64(random.below(length + 1)))
        let own = self.instants.filter { segment.from < $0 && $0 < last }.randomElement(using: &random)
        return [last, any] + [own].compactMap { $0 }
    }
}
