public import LicenseModel

/// Every change of what licences grant between two instants.
public struct EntitlementsTimeline: Sendable, Equatable, Codable {
    /// A stretch of time in which nothing changes but the days that remain.
    public struct Segment: Sendable, Equatable, Codable {
        /// The first instant of it.
        public let from: Instant

        /// The first instant of the next.
        ///
        /// `nil` for the last one, which reaches the end of the timeline.
        public let until: Instant?

        /// What changes at its first instant.
        ///
        /// Empty for the first segment alone.
        public let changes: [EntitlementChange]

        /// What is granted at its first instant, and at each one inside it but for the days that remain.
        public let report: EntitlementsReport
    }

    /// The segments in order, without a gap, at least one.
    public let segments: [Segment]

    /// The points at which something changes: where every segment but the first starts.
    public var points: [Segment] {
        Array(self.segments.dropFirst())
    }
}

extension Entitlements {
    /// Says what will change and when, the licences being the same.
    ///
    /// It evaluates only where a term, a grace or a reminder starts or ends, or a signing time becomes believable.
    ///
    /// - Parameters:
    ///   - start: The first instant.
    ///   - end: The last instant. Before the first, it counts as the first.
    ///   - usage: What is in use, taken to stay so.
    /// - Returns: The timeline.
    public func timeline(from start: Instant, to end: Instant, given usage: Usage = .init()) -> EntitlementsTimeline {
        var current = self.at(start)
        var found: [(changes: [EntitlementChange], report: EntitlementsReport)] = [([], current.report(given: usage))]
        var last = found[0].report
        while let next = current.nextChange(), next <= end {
            current = current.at(next)
            let report = current.report(given: usage)
            let changes = last.changes(to: report)
            if !changes.isEmpty {
                found.append((changes, report))
                last = report
            }
        }
        let ends = found.dropFirst().map { Optional($0.report.instant) } + [nil]
        return EntitlementsTimeline(
            segments: zip(found, ends)
                .map { .init(from: $0.report.instant, until: $1, changes: $0.changes, report: $0.report) }
        )
    }
}
