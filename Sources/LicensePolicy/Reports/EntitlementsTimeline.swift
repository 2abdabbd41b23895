public import LicenseModel

/// A sequence of the changes of entitlements between two instants, in chronological order.
///
/// ```swift
/// let entitlements = gate.entitlements
/// let start = entitlements.instant
/// for point in entitlements.timeline(from: start, to: start.advanced(byDays: 365)) {
///     print(point.instant, point.changes)
/// }
/// ```
///
/// The iterator computes each point on demand. Creating an iterator takes O(*n* log *n*) time for *n* licenses, and the
/// iteration takes time in proportion to the number of changes.
public struct EntitlementsTimeline: Sequence, Sendable {
    /// An instant at which entitlements change, with the changes.
    public struct Point: Sendable, Equatable, Codable {
        /// The first instant with the new entitlements.
        public let instant: LicenseInstant

        /// The differences from the second before, slot by slot, then those that do not belong to a slot.
        ///
        /// There is at least one change.
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

    /// The report of the entitlements at the first instant.
    public var start: EntitlementsReport {
        self.entitlements.report(given: self.usage)
    }

    /// Creates an iterator that starts with the first change after the first instant.
    ///
    /// - Returns: An iterator over the points of the timeline.
    public func makeIterator() -> Iterator {
        Iterator(cursor: TimelineCursor(from: self.entitlements, to: self.end, given: self.usage))
    }

    /// An iterator over the points of a timeline.
    public struct Iterator: IteratorProtocol {
        fileprivate let cursor: TimelineCursor

        /// Computes the next point of the timeline.
        ///
        /// - Returns: The next point, or `nil` after the last one.
        public mutating func next() -> Point? {
            self.cursor.next()
        }
    }
}

extension Entitlements {
    /// Creates a timeline of the changes between two instants, if the licenses remain the same.
    ///
    /// - Parameters:
    ///   - start: The first instant, which can be before or after ``instant``.
    ///   - end: The last instant, which is included. If it is not after the first instant, the timeline is empty.
    ///   - usage: The current usage, which is assumed to remain the same. If it is `nil`, the timeline has no quotas.
    /// - Returns: The timeline, which computes its points on demand.
    public func timeline(from start: LicenseInstant, to end: LicenseInstant, given usage: LicenseUsage? = nil)
        -> EntitlementsTimeline
    {
        EntitlementsTimeline(from: self.at(start), to: end, given: usage)
    }
}

extension EntitlementsTimeline.Point {
    /// Decodes the members from one object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.instant = try container.decode(LicenseInstant.self, forKey: "instant")
        self.changes = try container.decode([EntitlementChange].self, forKey: "changes")
    }

    /// Encodes the members as one object, without those that are `nil`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.instant, forKey: "instant")
        try container.encode(self.changes, forKey: "changes")
    }
}
