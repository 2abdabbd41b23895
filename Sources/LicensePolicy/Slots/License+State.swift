public import LicenseModel

extension License {
    /// How the licence by itself stands at an instant.
    ///
    /// - Parameter instant: The instant.
    /// - Returns: Pending before its start, in force until its expiry, then in grace for as long as it grants, then expired.
    public func state(at instant: Instant) -> SlotState {
        guard instant >= self.notBefore else {
            return .pending
        }
        guard let expiresAt = self.expiresAt, instant >= expiresAt else {
            return .inForce
        }
        guard let graceUntil = self.graceUntil, instant < graceUntil else {
            return .expired
        }
        return .grace
    }

    /// The first instant at which it is expired, its grace included.
    ///
    /// `nil` for a perpetual licence.
    var expiredFrom: Instant? {
        self.graceUntil ?? self.expiresAt
    }
}
