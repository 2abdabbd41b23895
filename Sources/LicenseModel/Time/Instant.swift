#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
#else
public import struct Foundation.Date
#endif

/// A point in time in whole seconds since 1970-01-01T00:00:00Z, as a licence counts it (RFC 7519, NumericDate).
///
/// Leap seconds, time zones and daylight saving have no part in it. It lies in the years 0 to 9999, so that no
/// arithmetic with days overflows; what lies outside is moved to the nearer end.
public struct Instant: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z, -62,167,219,200 to 253,402,300,799.
    public let secondsSince1970: Int64

    /// The start of the year 0.
    public static let earliest = Instant(secondsSince1970: -62_167_219_200)

    /// The last second of the year 9999.
    public static let latest = Instant(secondsSince1970: 253_402_300_799)

    /// Makes an instant of seconds.
    ///
    /// - Parameter secondsSince1970: Seconds since 1970-01-01T00:00:00Z.
    public init(secondsSince1970: Int64) {
        self.secondsSince1970 = min(max(secondsSince1970, -62_167_219_200), 253_402_300_799)
    }

    /// Makes an instant of a date, whose fraction of a second is cut off.
    ///
    /// - Parameter date: The date. One that is not a number is no time that a clock shows, and counts as ``latest``:
    ///   nothing is gained by a clock that is broken so.
    public init(_ date: Date) {
        let seconds = date.timeIntervalSince1970.rounded(.down)
        guard seconds < 253_402_300_799 else {
            self = .latest
            return
        }
        self = seconds > -62_167_219_200 ? Instant(secondsSince1970: Int64(seconds)) : .earliest
    }

    /// The same point in time as a date.
    public var date: Date {
        Date(timeIntervalSince1970: Double(self.secondsSince1970))
    }

    /// The instant that is some days of 86,400 seconds later.
    ///
    /// - Parameter days: How many days, less than 0 for earlier.
    /// - Returns: The instant, within ``earliest`` to ``latest``.
    public func advanced(byDays days: Int) -> Instant {
        let (seconds, overflow) = days.multipliedReportingOverflow(by: 86_400)
        return self.advanced(bySeconds: overflow ? (days < 0 ? .min : .max) : Int64(seconds))
    }

    /// The instant that is some seconds later.
    ///
    /// - Parameter seconds: How many seconds, less than 0 for earlier.
    /// - Returns: The instant, within ``earliest`` to ``latest``.
    public func advanced(bySeconds seconds: Int64) -> Instant {
        let (sum, overflow) = self.secondsSince1970.addingReportingOverflow(seconds)
        return Instant(secondsSince1970: overflow ? (seconds < 0 ? .min : .max) : sum)
    }

    /// Orders instants by time.
    ///
    /// - Parameters:
    ///   - lhs: An instant.
    ///   - rhs: Another instant.
    /// - Returns: Whether `lhs` is earlier.
    public static func < (lhs: Instant, rhs: Instant) -> Bool {
        lhs.secondsSince1970 < rhs.secondsSince1970
    }
}
