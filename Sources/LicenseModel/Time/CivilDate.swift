/// A date and time of day in UTC and in the proleptic Gregorian calendar.
///
/// This type avoids Foundation's calendars and formatters, which would add megabytes of time zone and locale data to a
/// static program.
package struct CivilDate: Sendable, Equatable {
    package let year: Int
    package let month: Int
    package let day: Int
    package let hour: Int
    package let minute: Int
    package let second: Int

    package init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// Creates the date and time of an instant.
    package init(_ instant: LicenseInstant) {
        // Days are counted from 0000-03-01. The leap day is then the last day of a year, and the start of a month is a linear
        // function of its number.
        let secondsSince1970 = Int(instant.secondsSince1970)
        let days = Self.floorDivide(secondsSince1970, Int(LicenseInstant.secondsPerDay))
        let secondOfDay = secondsSince1970 - days * Int(LicenseInstant.secondsPerDay)
        let day = days + Self.daysFromMarchOfYear0To1970

        let era = Self.floorDivide(day, Self.daysOf400Years)
        let dayOfEra = day - era * Self.daysOf400Years
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153

        self.month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.year = era * 400 + yearOfEra + (self.month <= 2 ? 1 : 0)
        self.day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        self.hour = secondOfDay / 3_600
        self.minute = secondOfDay / 60 % 60
        self.second = secondOfDay % 60
    }

    /// The number of seconds since 1970-01-01T00:00:00Z, negative for earlier dates.
    package var secondsSince1970: Int64 {
        let yearFromMarch = self.month > 2 ? self.year : self.year - 1
        let monthFromMarch = self.month > 2 ? self.month - 3 : self.month + 9
        let era = Self.floorDivide(yearFromMarch, 400)
        let yearOfEra = yearFromMarch - era * 400
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + self.day - 1
        let dayOfEra = 365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * Self.daysOf400Years + dayOfEra - Self.daysFromMarchOfYear0To1970
        return Int64(days * Int(LicenseInstant.secondsPerDay) + self.hour * 3_600 + self.minute * 60 + self.second)
    }

    /// Returns the number of days in a month, from 28 to 31.
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static let daysOf400Years = 146_097
    private static let daysFromMarchOfYear0To1970 = 719_468

    private static func floorDivide(_ dividend: Int, _ divisor: Int) -> Int {
        dividend >= 0 ? dividend / divisor : (dividend - divisor + 1) / divisor
    }
}
