#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
#else
public import struct Foundation.Date
#endif

/// A point in time in whole seconds since 1970-01-01T00:00:00Z, as a license counts it (RFC 7519, NumericDate).
///
/// Leap seconds, time zones and daylight saving have no part in it. It lies in the years 0 to 9999, so that no
/// arithmetic with days overflows; what lies outside is moved to the nearer end.
public struct LicenseInstant: Sendable, Hashable, Comparable {
    /// How many seconds a day has, as licenses count days: leap seconds and daylight saving have no part in it.
    package static let secondsPerDay: Int64 = 86_400

    /// The instants that there are, in seconds since 1970-01-01T00:00:00Z: the years 0 to 9999.
    private static let range: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

    /// Seconds since 1970-01-01T00:00:00Z, -62,167,219,200 to 253,402,300,799.
    public let secondsSince1970: Int64

    /// The start of the year 0.
    public static let earliest = LicenseInstant(secondsSince1970: Self.range.lowerBound)

    /// The last second of the year 9999.
    public static let latest = LicenseInstant(secondsSince1970: Self.range.upperBound)

    /// Makes an instant of seconds.
    ///
    /// - Parameter secondsSince1970: Seconds since 1970-01-01T00:00:00Z.
    public init(secondsSince1970: Int64) {
        self.secondsSince1970 = min(max(secondsSince1970, Self.range.lowerBound), Self.range.upperBound)
    }

    /// Makes an instant of a date, whose fraction of a second is cut off.
    ///
    /// - Parameter date: The date. One that is not a number is no time that a clock shows, and counts as ``latest``:
    ///   nothing is gained by a clock that is broken so.
    public init(_ date: Date) {
        let seconds = date.timeIntervalSince1970.rounded(.down)
        guard seconds < Double(Self.range.upperBound) else {
            self = .latest
            return
        }
        self = seconds > Double(Self.range.lowerBound) ? LicenseInstant(secondsSince1970: Int64(seconds)) : .earliest
    }

    /// The same point in time as a date.
    public var date: Date {
        Date(timeIntervalSince1970: Double(self.secondsSince1970))
    }

    /// The instant that is some days of 86,400 seconds later.
    ///
    /// - Parameter days: How many days, less than 0 for earlier.
    /// - Returns: The instant, within ``earliest`` to ``latest``.
    public func advanced(byDays days: Int) -> LicenseInstant {
        self.advanced(bySeconds: Int64(days).multipliedClamped(by: Self.secondsPerDay))
    }

    /// The instant that is some seconds later.
    ///
    /// - Parameter seconds: How many seconds, less than 0 for earlier.
    /// - Returns: The instant, within ``earliest`` to ``latest``.
    public func advanced(bySeconds seconds: Int64) -> LicenseInstant {
        LicenseInstant(secondsSince1970: self.secondsSince1970.addingClamped(seconds))
    }

    /// Orders instants by time.
    ///
    /// - Parameters:
    ///   - lhs: An instant.
    ///   - rhs: Another instant.
    /// - Returns: Whether `lhs` is earlier.
    public static func < (lhs: LicenseInstant, rhs: LicenseInstant) -> Bool {
        lhs.secondsSince1970 < rhs.secondsSince1970
    }
}

// What is often guessed, with the answer.
extension LicenseInstant {
    /// The current time, which this type doesn't know: nothing in the library's values reads a clock.
    @available(
        *,
        unavailable,
        message:
            "ask the gate, whose time can be trusted: gate.entitlements.instant; a vendor takes LicenseInstant(Date())"
    )
    public static var now: LicenseInstant {
        .latest
    }

    /// Compares an instant with a date, of which one must be converted first.
    @available(*, unavailable, message: "convert the date first: instant < LicenseInstant(date)")
    public static func < (lhs: LicenseInstant, rhs: Date) -> Bool {
        false
    }

    /// Compares a date with an instant, of which one must be converted first.
    @available(*, unavailable, message: "convert the date first: LicenseInstant(date) < instant")
    public static func < (lhs: Date, rhs: LicenseInstant) -> Bool {
        false
    }
}
