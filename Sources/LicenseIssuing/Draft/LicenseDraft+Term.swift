public import Foundation
public import LicenseModel

extension LicenseDraft {
    /// Until when a license is in force.
    ///
    /// A license's `exp` is the first instant at which it is no longer in force.
    public enum Term: Sendable, Hashable {
        /// So many days of 86,400 seconds from its start, 1 or more.
        case days(Int)

        /// Until an instant, and not at it.
        case until(LicenseInstant)

        /// Through a day, to its end in a time zone: with daylight saving, as the zone has it.
        case endOfDay(CalendarDay, in: TimeZone)

        /// For ever.
        case perpetual

        /// The license's `exp`, given its start, or `nil` where it has none.
        ///
        /// Days that reach beyond the year 9999 end with it.
        func end(from start: LicenseInstant) -> LicenseInstant? {
            switch self {
            case .days(let days): start.advanced(byDays: days)
            case .until(let end): end
            case .endOfDay(let day, let zone): day.end(in: zone)
            case .perpetual: nil
            }
        }
    }
}
