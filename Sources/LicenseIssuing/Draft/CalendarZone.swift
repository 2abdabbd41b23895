package import Foundation
public import LicenseModel

/// A time zone that is named without ambiguity, in which the dates of a license are counted.
///
/// An abbreviation such as `CST`, which people in Chicago, Shanghai and Havana use for their own time, is refused.
///
/// ```swift
/// let zone = try CalendarZone("Asia/Shanghai")
/// draft.term = .endOfDay(try CalendarDay("2027-12-31"), in: zone)
/// ```
public struct CalendarZone: Sendable, Hashable, CustomStringConvertible {
    /// Coordinated Universal Time, whose offset is always 0.
    public static let utc = CalendarZone("UTC", .gmt)

    /// The zone as Foundation's type, with its daylight saving time.
    package let timeZone: TimeZone

    /// The name or the offset that the zone was created from, such as `Asia/Shanghai` or `+08:00`.
    public let description: String

    private init(_ name: String, _ timeZone: TimeZone) {
        (self.description, self.timeZone) = (name, timeZone)
    }

    /// Creates a zone from its name in the IANA time zone database, or from an offset.
    ///
    /// - Parameter text: A name with a slash, such as `Asia/Shanghai`; `UTC`; or a fixed offset from UTC from `-14:00` to
    ///   `+14:00`.
    /// - Throws: `InvalidTextError` if the text is an abbreviation, or if no zone has this name.
    public init(_ text: String) throws(InvalidTextError) {
        guard text != Self.utc.description else {
            self = .utc
            return
        }
        if let first = text.utf8.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
            // The RFC 3339 parser validates the digits and the colon, and subtracts the offset.
            guard let start = LicenseInstant(rfc3339: "2000-01-01T00:00:00" + text), text.utf8.count == 6,
                case let offset = Self.newYear2000 - start.secondsSince1970, abs(offset) <= 14 * 3_600,
                let timeZone = TimeZone(secondsFromGMT: Int(offset))
            else {
                throw InvalidTextError(Self.self, "is not an offset from -14:00 to +14:00, such as +08:00")
            }
            self.init(text, timeZone)
            return
        }
        guard text.utf8.contains(UInt8(ascii: "/")) else {
            throw InvalidTextError(
                Self.self,
                "is ambiguous, because an abbreviation can mean several time zones. Use the name of a place, such as"
                    + " Asia/Shanghai, an offset, such as +08:00, or UTC"
            )
        }
        guard let timeZone = TimeZone(identifier: text) else {
            throw InvalidTextError(
                Self.self,
                "is not the name of a time zone in the IANA database, such as Asia/Shanghai, in the same letter case"
            )
        }
        self.init(text, timeZone)
    }

    /// The first second of the year 2000 in UTC.
    private static let newYear2000: Int64 = 946_684_800

    /// Returns the zone's offset from UTC at an instant, such as `+08:00`.
    ///
    /// - Parameter instant: The instant, because daylight saving time changes the offset.
    /// - Returns: The offset as hours and minutes, and as seconds if it has any.
    public func offset(at instant: LicenseInstant) -> String {
        let seconds = self.seconds(at: instant.secondsSince1970)
        let size = abs(seconds)
        let parts = [size / 3_600, size / 60 % 60] + (size % 60 == 0 ? [] : [size % 60])
        return (seconds < 0 ? "-" : "+") + parts.map { LicenseInstant.digits(Int($0), 2) }.joined(separator: ":")
    }

    /// Returns the date and time that clocks in the zone show at an instant, such as `2027-12-31T08:00:00+08:00`.
    ///
    /// - Parameter instant: The instant.
    /// - Returns: The date, time and offset in RFC 3339 format.
    public func localTime(at instant: LicenseInstant) -> String {
        let local = LicenseInstant(secondsSince1970: self.local(instant))
        return "\(local.description.dropLast())\(self.offset(at: instant))"
    }

    /// Returns the date and time that clocks in the zone show at an instant, in seconds as if they were UTC.
    private func local(_ instant: LicenseInstant) -> Int64 {
        instant.secondsSince1970 + self.seconds(at: instant.secondsSince1970)
    }

    /// Returns the offset from UTC in seconds.
    private func seconds(at seconds: Int64) -> Int64 {
        Int64(self.timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }

    /// Returns the instant from which on no clock in the zone shows an earlier date and time than the given one.
    ///
    /// If clocks skip the date and time, it is the instant at which they do. If clocks show it twice, it is the second time.
    ///
    /// - Parameter local: The date and time that clocks show, in seconds as if it were UTC.
    /// - Returns: The instant, at most the last second of the year 9999.
    func instant(showing local: Int64) -> LicenseInstant {
        func isReached(_ seconds: Int64) -> Bool {
            seconds + self.seconds(at: seconds) >= local
        }
        // No zone is more than a day from UTC. Step back to the last quarter of an hour that starts before the time. No
        // zone sets its clocks back for less than a quarter of an hour, so a step cannot miss a repeated time.
        let quarter: Int64 = 900
        var reached = local + LicenseInstant.secondsPerDay
        while isReached(reached - quarter), reached > local - 2 * LicenseInstant.secondsPerDay {
            reached -= quarter
        }
        var before = reached - quarter
        while reached - before > 1 {
            let middle = before + (reached - before) / 2
            (before, reached) = isReached(middle) ? (before, middle) : (middle, reached)
        }
        return LicenseInstant(secondsSince1970: reached)
    }

    /// Returns the instant at which clocks in the zone show the same date and time of day a number of years later.
    ///
    /// February 29 becomes March 1 in a year without it. If clocks skip the date and time, it is the instant at which they
    /// do; if they show it twice, it is the second time.
    ///
    /// - Parameters:
    ///   - years: The number of years, at least 1.
    ///   - start: The instant to start from.
    /// - Returns: The instant, or `nil` if it would be after the year 9999.
    package func instant(years: Int, after start: LicenseInstant) -> LicenseInstant? {
        let shown = CivilDate(LicenseInstant(secondsSince1970: self.local(start)))
        guard (1...9_999).contains(years), shown.year + years <= 9_999 else {
            return nil
        }
        let year = shown.year + years
        let exists = shown.day <= CivilDate.days(inMonth: shown.month, of: year)
        let end = CivilDate(
            year: year,
            month: exists ? shown.month : shown.month + 1,
            day: exists ? shown.day : 1,
            hour: shown.hour,
            minute: shown.minute,
            second: shown.second
        )
        return self.instant(showing: end.secondsSince1970)
    }
}
