public import LicenseModel

/// Every change of what licenses grant between two instants, in order.
///
/// It is a sequence that computes as it goes, so that a long one can be printed while it runs. Making it takes n·log n for n
/// licenses, and going through it the time for the changes that it tells.
///
/// ```swift
/// for point in gate.entitlements.timeline(from: now, to: now.advanced(byDays: 365)) {
///     print(point.instant, point.changes)
/// }
/// ```
public struct EntitlementsTimeline: Sequence, Sendable {
    /// An instant at which something changes.
    public struct Point: Sendable, Hashable, Codable {
        /// The instant.
        public let instant: LicenseInstant

        /// What differs from the second before: slot by slot, then what concerns no slot.
        ///
        /// At least one change.
        public let changes: [EntitlementChange]
    }

    /// What is granted at the first instant.
    public let start: EntitlementsReport

    private let walk: TimelineWalk

    init(from entitlements: Entitlements, to end: LicenseInstant, given usage: LicenseUsage) {
        self.start = entitlements.report(given: usage)
        self.walk = TimelineWalk(from: entitlements, to: end, given: usage)
    }

    /// Starts at the first change after the first instant.
    ///
    /// - Returns: An iterator over the points.
    public func makeIterator() -> Iterator {
        Iterator(walk: self.walk)
    }

    /// Goes through the points of a timeline.
    public struct Iterator: IteratorProtocol, Sendable {
        fileprivate var walk: TimelineWalk

        /// Computes the next point.
        ///
        /// - Returns: The point, or `nil` after the last one.
        public mutating func next() -> Point? {
            self.walk.next()
        }
    }
}

extension Entitlements {
    /// Tells what will change and when, the licenses being the same.
    ///
    /// - Parameters:
    ///   - start: The first instant.
    ///   - end: The last instant. Where it is before the first, nothing changes.
    ///   - usage: What is in use, taken to stay so.
    /// - Returns: The timeline.
    public func timeline(from start: LicenseInstant, to end: LicenseInstant, given usage: LicenseUsage = .zero)
        -> EntitlementsTimeline
    {
        EntitlementsTimeline(from: self.at(start), to: end, given: usage)
    }
}
