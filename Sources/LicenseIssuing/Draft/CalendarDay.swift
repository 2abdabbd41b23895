public import Foundation
public import LicenseModel

/// A day of the Gregorian calendar, wherever it is: in which zone it begins and ends is said beside it.
public struct CalendarDay: Sendable, Hashable, CustomStringConvertible {
    /// The year, 1970 to 9999.
    public let year: Int

    /// The month, 1 to 12.
    public let month: Int

    /// The day of the month, from 1.
    public let day: Int

    /// Makes a day, or is `nil` if the calendar has no such day.
    ///
    /// - Parameters:
    ///   - year: The year, 1970 to 9999.
    ///   - month: The month, 1 to 12.
    ///   - day: The day of the month, from 1.
    public init?(year: Int, month: Int, day: Int) {
        guard (1_970...9_999).contains(year), (1...12).contains(month),
            (1...CivilDate.days(inMonth: month, of: year)).contains(day)
        else {
            return nil
        }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Reads a day as ISO 8601 writes it, such as `2027-06-30`.
    ///
    /// - Parameter text: The text.
    /// - Throws: `InvalidTextError` if it is anything else.
    public init(_ text: String) throws(InvalidTextError) {
        // The reader of RFC 3339 checks what there is to check.
        guard text.utf8.count == 10, let civil = LicenseInstant(rfc3339: text + "T00:00:00Z").map(CivilDate.init),
            let day = CalendarDay(year: civil.year, month: civil.month, day: civil.day)
        else {
            throw InvalidTextError(Self.self, "is not a day by ISO 8601 from 1970 on, such as 2027-06-30")
        }
        self = day
    }

    /// The day as ISO 8601 writes it, such as `2027-06-30`.
    public var description: String {
        "\(LicenseInstant.digits(self.year, 4))-\(LicenseInstant.digits(self.month, 2))-\(LicenseInstant.digits(self.day, 2))"
    }

    /// The first instant after which no clock in a zone shows this day or an earlier one.
    ///
    /// It is the next day's midnight there; where daylight saving leaves that midnight out, the first instant of the next
    /// day; and where the clocks go back over that midnight, the second one.
    ///
    /// - Parameter zone: The time zone, with its daylight saving.
    /// - Returns: The instant, at most the last second of the year 9999.
    public func end(in zone: TimeZone) -> LicenseInstant {
        let midnight =
            CivilDate(year: self.year, month: self.month, day: self.day).secondsSince1970 + LicenseInstant.secondsPerDay

        /// Whether the zone's clocks show a later day.
        func isOver(_ seconds: Int64) -> Bool {
            let date = Date(timeIntervalSince1970: Double(seconds))
            return seconds + Int64(zone.secondsFromGMT(for: date)) >= midnight
        }

        // No zone is more than a day from UTC. Backwards, to the last quarter of an hour that begins on this day: no zone
        // has its clocks back for less than that.
        let quarter: Int64 = 900
        var over = midnight + LicenseInstant.secondsPerDay
        while isOver(over - quarter), over > midnight - 2 * LicenseInstant.secondsPerDay {
            over -= quarter
        }
        var before = over - quarter
        while over - before > 1 {
            let middle = before + (over - before) / 2
            (before, over) = isOver(middle) ? (before, middle) : (middle, over)
        }
        return LicenseInstant(secondsSince1970: over)
    }
}
