public import LicenseModel

extension LicenseDraft {
    /// The term of a license, which determines its `exp` claim.
    ///
    /// `exp` is the first instant at which the license is no longer current.
    public enum Term: Sendable, Hashable {
        /// A number of days after the start, at least 1, each of 86,400 seconds.
        case days(Int)

        /// A number of years after the start, at least 1: until the same date and time of day in a time zone.
        ///
        /// February 29 becomes March 1 in a year without it.
        case years(Int, in: CalendarZone)

        /// Until an instant, which becomes the `exp` claim.
        case until(LicenseInstant)

        /// Through the end of a day in a time zone, taking daylight saving time into account.
        case endOfDay(CalendarDay, in: CalendarZone)

        /// No end: the license never expires.
        case perpetual

        /// Returns the `exp` claim of a license that starts at an instant, or `nil` if the license is perpetual.
        ///
        /// An end after the year 9999 is moved to the last second of that year.
        func end(from start: LicenseInstant) -> LicenseInstant? {
            switch self {
            case .days(let days): start.advanced(byDays: days)
            case .years(let years, let zone): zone.instant(years: years, after: start) ?? .latest
            case .until(let end): end
            case .endOfDay(let day, let zone): day.end(in: zone)
            case .perpetual: nil
            }
        }
    }
}
