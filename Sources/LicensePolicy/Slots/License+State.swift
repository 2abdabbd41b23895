public import LicenseModel

extension License {
    /// How the licence by itself stands at an instant.
    ///
    /// - Parameter instant: The instant.
    /// - Returns: Pending before its start, in force until its expiry, then in grace for as long as it grants, then expired.
    public func state(at instant: Instant) -> SlotState {
        Term(self, index: 0).state(at: instant)
    }

    /// The first instant at which it is expired, its grace included.
    ///
    /// `nil` for a perpetual licence.
    var expiredFrom: Instant? {
        self.graceUntil ?? self.expiresAt
    }
}

extension Instant {
    /// Whether less than some days of 86,400 seconds lie between an instant and this one.
    func isLess(thanDays days: Int, after start: Instant) -> Bool {
        let (seconds, overflow) = Int64(days).multipliedReportingOverflow(by: 86_400)
        return overflow ? days > 0 : self.secondsSince1970 - start.secondsSince1970 < seconds
    }
}
