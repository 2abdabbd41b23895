public import LicenseModel

/// Every change of what licenses grant between two instants, in order.
///
/// It is a sequence that computes as it goes, so that a long one can be printed while it runs. Starting it takes n·log n for n
/// licenses, and going through it the time for the changes that it tells.
///
/// ```swift
/// for point in gate.entitlements.timeline(from: now, to: now.advanced(byDays: 365)) {
///     print(point.instant, point.changes)
/// }
/// ```
public struct EntitlementsTimeline: Sequence, Sendable {
    /// An instant at which something changes.
    public struct Point: Sendable, Equatable, Codable {
        /// The instant.
        public let instant: LicenseInstant

        /// What differs from the second before: slot by slot, then what concerns no slot.
        ///
        /// At least one change.
        public let changes: [EntitlementChange]
    }

    private let entitlements: Entitlements
    private let end: LicenseInstant
    private let usage: LicenseUsage?

    init(from entitlements: Entitlements, to end: LicenseInstant, given usage: LicenseUsage?) {
        self.entitlements = entitlements
        self.end = end
        self.usage = usage
    }

    /// What is granted at the first instant.
    public var start: EntitlementsReport {
        self.entitlements.report(given: self.usage)
    }

    /// Starts at the first change after the first instant.
    ///
    /// - Returns: An iterator over the points.
    public func makeIterator() -> Iterator {
        Iterator(walk: TimelineWalk(from: self.entitlements, to: self.end, given: self.usage))
    }

    /// Goes through the points of a timeline.
    public struct Iterator: IteratorProtocol {
        fileprivate let walk: TimelineWalk

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
    ///   - usage: What is in use, taken to stay so. Without it, no quotas are told of.
    /// - Returns: The timeline.
    public func timeline(from start: LicenseInstant, to end: LicenseInstant, given usage: LicenseUsage? = nil)
        -> EntitlementsTimeline
    {
        EntitlementsTimeline(from: self.at(start), to: end, given: usage)
    }
}
