public import LicenseModel

extension License {
    /// Returns the state of this license at an instant, regardless of other licenses.
    ///
    /// - Parameter instant: The instant at which to evaluate the license.
    /// - Returns: ``SlotState/pending`` before the start, ``SlotState/current`` until the end, ``SlotState/grace``
    ///   during the grace period, and ``SlotState/expired`` after it.
    public func state(at instant: LicenseInstant) -> SlotState {
        Term(CollectionOfOne(self).span, at: 0).state(at: instant)
    }

    /// The first instant after the end of the license and its grace period.
    ///
    /// It is `nil` for a perpetual license.
    var expiredFrom: LicenseInstant? {
        self.graceUntil ?? self.expiresAt
    }
}

extension LicenseInstant {
    /// Returns whether this instant is less than the given number of days of 86,400 seconds after another.
    func isLess(thanDays days: Int, after start: LicenseInstant) -> Bool {
        self.secondsSince1970 - start.secondsSince1970 < Int64(days).multipliedClamped(by: Self.secondsPerDay)
    }
}
