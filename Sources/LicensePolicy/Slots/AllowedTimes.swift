import LicenseModel

/// When something is allowed, from an instant on.
struct AllowedTimes {
    /// The times in order, without touching each other, in seconds.
    ///
    /// The last may have no end, `Int64.max`.
    private let times: [(from: Int64, until: Int64)]

    /// The first instant that it knows of.
    private let start: Int64

    /// The times of a slot's stretches in which something is allowed.
    init(_ history: SlotHistory, isAllowed: (SlotHistory.Stretch) -> Bool) {
        let stretches = history.stretches
        var times: [(from: Int64, until: Int64)] = []
        for (index, stretch) in stretches.enumerated() where isAllowed(stretch) {
            let until = index + 1 < stretches.count ? stretches[index + 1].from : .max
            if let last = times.last, last.until == stretch.from {
                times[times.count - 1].until = until
            } else {
                times.append((stretch.from, until))
            }
        }
        self.times = times
        self.start = stretches[0].from
    }

    /// The first instant after the start at which the answer is another.
    var turn: LicenseInstant? {
        guard let first = self.times.first else {
            return nil
        }
        return Self.instant(first.from == self.start ? first.until : first.from)
    }

    /// The first instant after the start at which the answer is another, where the answer is yes only while others allow it,
    /// too.
    ///
    /// It takes a search in the others for each time of these.
    func turn(whereAllowedBy others: AllowedTimes) -> LicenseInstant? {
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
        let index = self.times.endOfFirst { $0.until <= second }
        return index < self.times.count ? self.times[index] : nil
    }

    private static func instant(_ second: Int64) -> LicenseInstant? {
        second == .max ? nil : LicenseInstant(secondsSince1970: second)
    }
}
