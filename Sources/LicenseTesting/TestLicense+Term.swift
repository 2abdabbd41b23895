public import LicenseModel

// Functions that change when a license is current. Days count from the instant at which TestLicensing issues the license,
// which is the current time of its clock.
extension TestLicense {
    /// Returns a copy of the license that ended some days ago, after its full term.
    ///
    /// If the license has a grace period of more than `daysAgo` days, it is in its grace period. A perpetual license
    /// has no end: it started `daysAgo` days ago, and is not expired.
    ///
    /// - Parameter daysAgo: The number of days since the end, 0 or more. With 0, the license ends at the current time.
    /// - Returns: The changed license.
    public func expired(daysAgo: Int = 1) -> TestLicense {
        self.with { $0.startDays = -((self.days ?? 0) + daysAgo) }
    }

    /// Returns a copy of the license that has ended and is in its grace period.
    ///
    /// - Parameters:
    ///   - daysAgo: The number of days since the end, 0 or more.
    ///   - graceDays: The length of the grace period in days, more than `daysAgo` and at most 365.
    /// - Returns: The changed license.
    public func inGrace(daysAgo: Int = 1, of graceDays: Int = 14) -> TestLicense {
        self.expired(daysAgo: daysAgo).graceDays(graceDays)
    }

    /// Returns a copy of the license that is issued now and starts in some days.
    ///
    /// - Parameter days: The number of days until the start, 1 or more.
    /// - Returns: The changed license.
    public func pending(days: Int = 1) -> TestLicense {
        self.with { $0.startDays = days }
    }

    /// Returns a copy of the license that was issued and started some days ago.
    ///
    /// The end moves with the start.
    ///
    /// - Parameter daysAgo: The number of days since the start, 0 or more.
    /// - Returns: The changed license.
    public func issued(daysAgo: Int) -> TestLicense {
        self.with { $0.startDays = -daysAgo }
    }

    /// Returns a copy of the license that never expires.
    ///
    /// - Returns: The changed license.
    public func perpetual() -> TestLicense {
        self.with { $0.days = nil }
    }

    /// Returns a copy of the license with a grace period after its end.
    ///
    /// - Parameter graceDays: The length of the grace period in days, 1 to 365.
    /// - Returns: The changed license.
    public func graceDays(_ graceDays: Int) -> TestLicense {
        self.with { $0.graceDays = graceDays }
    }

    /// Returns a copy of the license that specifies when reminders start, instead of the product's default.
    ///
    /// - Parameter days: The number of days before the end, 1 to 365.
    /// - Returns: The changed license.
    public func reminderDays(_ days: Int) -> TestLicense {
        self.with { $0.reminderDays = days }
    }

    /// Returns a copy of the license that covers only builds of the product up to an instant.
    ///
    /// - Parameter instant: The latest build date that the license covers.
    /// - Returns: The changed license.
    public func updatesUntil(_ instant: LicenseInstant) -> TestLicense {
        self.with { $0.updatesUntil = instant }
    }
}
