public import LicenseModel

extension License {
    /// How the license by itself stands at an instant.
    ///
    /// - Parameter instant: The instant.
    /// - Returns: Pending before its start, in force until its expiry, then in grace for as long as it grants, then expired.
    public func state(at instant: LicenseInstant) -> SlotState {
        Term(self, index: 0).state(at: instant)
    }

    /// The first instant at which it is expired, its grace included.
    ///
    /// `nil` for a perpetual license.
    var expiredFrom: LicenseInstant? {
        self.graceUntil ?? self.expiresAt
    }
}

extension LicenseInstant {
    /// Whether less than some days of 86,400 seconds lie between an instant and this one.
    func isLess(thanDays days: Int, after start: LicenseInstant) -> Bool {
        self.secondsSince1970 - start.secondsSince1970 < Int64(days).multipliedClamped(by: Self.secondsPerDay)
    }
}
