import LicenseModel

/// The times at which a capability is allowed, from an instant on.
struct AllowedTimes {
    /// The half-open time ranges in ascending order and without adjacent ranges, in seconds since 1970.
    ///
    /// If the last range has no end, its `until` is `Int64.max`.
    private let times: [(from: Int64, until: Int64)]

    /// The first instant that the times describe, in seconds since 1970.
    private let start: Int64

    /// Creates the times from the periods of a slot's history in which the capability is allowed.
    init(_ history: SlotHistory, isAllowed: (SlotHistory.Period) -> Bool) {
        let periods = history.periods
        var times: [(from: Int64, until: Int64)] = []
        for (index, period) in periods.enumerated() where isAllowed(period) {
            let until = index + 1 < periods.count ? periods[index + 1].from : .max
            if let last = times.last, last.until == period.from {
                times[times.count - 1].until = until
            } else {
                times.append((period.from, until))
            }
        }
        self.times = times
        self.start = periods[0].from
    }

    /// The first instant after the start at which the decision changes, or `nil` if it never changes.
    var nextChange: LicenseInstant? {
        guard let first = self.times.first else {
            return nil
        }
        return Self.instant(first.from == self.start ? first.until : first.from)
    }

    /// Returns the first instant after the start at which the decision changes if other times must allow it, too.
    ///
    /// The cost is one binary search in the other times for each of these times.
    ///
    /// - Parameter others: The other times, which must have the same start.
    /// - Returns: The instant, or `nil` if the decision never changes.
    func nextChange(intersectedWith others: AllowedTimes) -> LicenseInstant? {
        if let first = self.times.first, let other = others.times.first, first.from == self.start,
            other.from == self.start
        {
            return Self.instant(min(first.until, other.until))
        }
        for time in self.times {
            if let other = others.first(endingAfter: time.from), other.from < time.until {
                return Self.instant(max(time.from, other.from))
            }
        }
        return nil
    }

    private func first(endingAfter second: Int64) -> (from: Int64, until: Int64)? {
        let index = self.times.endOfPrefix { $0.until <= second }
        return index < self.times.count ? self.times[index] : nil
    }

    private static func instant(_ second: Int64) -> LicenseInstant? {
        second == .max ? nil : LicenseInstant(secondsSince1970: second)
    }
}
