public import Foundation
public import LicenseModel

/// Until when a licence is in force.
///
/// A licence's `exp` is the first instant at which it is no longer in force.
public enum Term: Sendable, Hashable {
    /// So many days of 86,400 seconds from its start, 1 or more.
    case days(Int)

    /// Until an instant, and not at it.
    case until(Instant)

    /// Through a day, to its end in a time zone: with daylight saving, as the zone has it.
    case endOfDay(CalendarDay, in: TimeZone)

    /// For ever.
    case perpetual

    /// The licence's `exp`, given its start, or `nil` where it has none.
    ///
    /// Days that reach beyond the year 9999 end with it.
    func end(from start: Instant) -> Instant? {
        switch self {
        case .days(let days): start.advanced(byDays: days)
        case .until(let end): end
        case .endOfDay(let day, let zone): day.end(in: zone)
        case .perpetual: nil
        }
    }
}
