#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
#else
public import struct Foundation.Date
#endif

/// A point in time, in whole seconds since 1970-01-01T00:00:00Z.
///
/// ```swift
/// let start = try LicenseInstant("2027-03-01T08:00:00Z")
/// let end = start.advanced(byDays: 365)
/// ```
///
/// It corresponds to a NumericDate without a fraction (RFC 7519, section 2), and ignores leap seconds, time zones and
/// daylight saving time. Instants are clamped to the years 0 to 9999, so that arithmetic with days cannot overflow.
public struct LicenseInstant: Sendable, Hashable, Comparable {
    /// The number of seconds in a day, without leap seconds and daylight saving time.
    package static let secondsPerDay: Int64 = 86_400

    /// The valid instants in seconds since 1970-01-01T00:00:00Z: the years 0 to 9999.
    private static let range: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

    /// The number of seconds since 1970-01-01T00:00:00Z, from -62,167,219,200 to 253,402,300,799.
    public let secondsSince1970: Int64

    /// The earliest instant: the first second of the year 0.
    public static let earliest = LicenseInstant(secondsSince1970: Self.range.lowerBound)

    /// The latest instant: the last second of the year 9999.
    public static let latest = LicenseInstant(secondsSince1970: Self.range.upperBound)

    /// Creates an instant from a number of seconds.
    ///
    /// - Parameter secondsSince1970: The number of seconds since 1970-01-01T00:00:00Z. It is clamped to the range from
    ///   ``earliest`` to ``latest``.
    public init(secondsSince1970: Int64) {
        self.secondsSince1970 = min(max(secondsSince1970, Self.range.lowerBound), Self.range.upperBound)
    }

    /// Creates an instant from a date, rounded down to a whole second.
    ///
    /// - Parameter date: The date, which is clamped to the range from ``earliest`` to ``latest``. A date whose time interval
    ///   is NaN becomes ``latest``, so that a broken clock never extends a license.
    public init(_ date: Date) {
        let seconds = date.timeIntervalSince1970.rounded(.down)
        guard seconds < Double(Self.range.upperBound) else {
            self = .latest
            return
        }
        self = seconds > Double(Self.range.lowerBound) ? LicenseInstant(secondsSince1970: Int64(seconds)) : .earliest
    }

    /// The instant as a Foundation date.
    public var date: Date {
        Date(timeIntervalSince1970: Double(self.secondsSince1970))
    }

    /// Returns the instant that is a number of days later.
    ///
    /// - Parameter days: The number of days of 86,400 seconds. A negative number gives an earlier instant.
    /// - Returns: The instant, clamped to the range from ``earliest`` to ``latest``.
    public func advanced(byDays days: Int) -> LicenseInstant {
        self.advanced(bySeconds: Int64(days).multipliedClamped(by: Self.secondsPerDay))
    }

    /// Returns the instant that is a number of seconds later.
    ///
    /// - Parameter seconds: The number of seconds. A negative number gives an earlier instant.
    /// - Returns: The instant, clamped to the range from ``earliest`` to ``latest``.
    public func advanced(bySeconds seconds: Int64) -> LicenseInstant {
        LicenseInstant(secondsSince1970: self.secondsSince1970.addingClamped(seconds))
    }

    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public static func < (lhs: LicenseInstant, rhs: LicenseInstant) -> Bool {
        lhs.secondsSince1970 < rhs.secondsSince1970
    }
}

// Declarations that people often expect to exist. They direct the compiler's diagnostic to the right API.
extension LicenseInstant {
    /// The current time, which is unavailable because no value type in the library reads a clock.
    @available(
        *,
        unavailable,
        message:
            "use the gate's trusted time, gate.entitlements.instant; a tool that issues licenses can use LicenseInstant(Date())"
    )
    public static var now: LicenseInstant {
        .latest
    }

    /// Compares an instant with a date, which is unavailable because you must convert the date first.
    @available(*, unavailable, message: "convert the date first: instant < LicenseInstant(date)")
    public static func < (lhs: LicenseInstant, rhs: Date) -> Bool {
        false
    }

    /// Compares a date with an instant, which is unavailable because you must convert the date first.
    @available(*, unavailable, message: "convert the date first: LicenseInstant(date) < instant")
    public static func < (lhs: Date, rhs: LicenseInstant) -> Bool {
        false
    }
}
