public import LicenseModel

/// A day of the Gregorian calendar, without a time zone.
///
/// Use it to specify the last day of a license. The time zone is given separately and determines when the day ends:
///
/// ```swift
/// let day = try CalendarDay("2027-06-30")
/// let end = day.end(in: try CalendarZone("Asia/Shanghai"))  // 2027-06-30T16:00:00Z
/// ```
public struct CalendarDay: Sendable, Hashable, CustomStringConvertible {
    /// The year, 1970 to 9999.
    public let year: Int

    /// The month, 1 to 12.
    public let month: Int

    /// The day of the month, 1 to 31.
    public let day: Int

    /// Creates a day, or returns `nil` if the calendar has no such day.
    ///
    /// - Parameters:
    ///   - year: The year, 1970 to 9999.
    ///   - month: The month, 1 to 12.
    ///   - day: The day of the month, 1 to 31.
    public init?(year: Int, month: Int, day: Int) {
        guard (1_970...9_999).contains(year), (1...12).contains(month),
            (1...CivilDate.days(inMonth: month, of: year)).contains(day)
        else {
            return nil
        }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Parses a day in ISO 8601 format, such as `2027-06-30`.
    ///
    /// - Parameter text: The day, from `1970-01-01` to `9999-12-31`.
    /// - Throws: `InvalidTextError` if the text is not such a day.
    public init(_ text: String) throws(InvalidTextError) {
        // The RFC 3339 parser validates the digits, the hyphens and the date.
        guard text.utf8.count == 10, let civil = LicenseInstant(rfc3339: text + "T00:00:00Z").map(CivilDate.init),
            let day = CalendarDay(year: civil.year, month: civil.month, day: civil.day)
        else {
            throw InvalidTextError(Self.self, "is not an ISO 8601 date from 1970 or later, such as 2027-06-30")
        }
        self = day
    }

    /// The day in ISO 8601 format, such as `2027-06-30`.
    public var description: String {
        "\(LicenseInstant.digits(self.year, 4))-\(LicenseInstant.digits(self.month, 2))-\(LicenseInstant.digits(self.day, 2))"
    }

    /// Returns the instant at which this day ends in a time zone.
    ///
    /// From this instant on, no clock in the zone shows this day or an earlier one. Usually that is the midnight that
    /// starts the next day. If a change to daylight saving time skips that midnight, it is the first instant of the
    /// next day. If clocks are set back across that midnight, it is the second midnight.
    ///
    /// - Parameter zone: The time zone, whose daylight saving time is taken into account.
    /// - Returns: The end of the day, at most the last second of the year 9999.
    public func end(in zone: CalendarZone) -> LicenseInstant {
        let day = CivilDate(year: self.year, month: self.month, day: self.day)
        return zone.instant(showing: day.secondsSince1970 + LicenseInstant.secondsPerDay)
    }
}
