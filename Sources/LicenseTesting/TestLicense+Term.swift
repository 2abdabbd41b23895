public import LicenseModel

// When a license is in force. All counts from the instant at which it is issued, which for a world is the clock's.
extension TestLicense {
    /// A license that has run for its days and ended some days ago.
    ///
    /// - Parameter daysAgo: How many days ago, 0 or more. 0: just now.
    /// - Returns: The license.
    public func expired(daysAgo: Int = 1) -> TestLicense {
        self.with { $0.startDays = -((self.days ?? 0) + daysAgo) }
    }

    /// A license that has ended and still counts as in force for some days.
    ///
    /// - Parameters:
    ///   - daysAgo: How many days ago it ended, 0 or more.
    ///   - graceDays: How many days it counts as in force from its end on, more than `daysAgo` and at most 365.
    /// - Returns: The license.
    public func inGrace(daysAgo: Int = 1, of graceDays: Int = 14) -> TestLicense {
        self.expired(daysAgo: daysAgo).granting(graceDays: graceDays)
    }

    /// A license that is issued and starts later.
    ///
    /// - Parameter days: In how many days, 1 or more.
    /// - Returns: The license.
    public func pending(days: Int = 1) -> TestLicense {
        self.with { $0.startDays = days }
    }

    /// A license that was issued and started some days ago.
    ///
    /// - Parameter daysAgo: How many days ago, 0 or more. The end moves with the start.
    /// - Returns: The license.
    public func issued(daysAgo: Int) -> TestLicense {
        self.with { $0.startDays = -daysAgo }
    }

    /// A license that never expires.
    ///
    /// - Returns: The license.
    public func perpetual() -> TestLicense {
        self.with { $0.days = nil }
    }

    /// A license that counts as in force for some days after its end.
    ///
    /// - Parameter graceDays: How many days, 1 to 365.
    /// - Returns: The license.
    public func granting(graceDays: Int) -> TestLicense {
        self.with { $0.graceDays = graceDays }
    }

    /// A license with a reminder at another time than the default.
    ///
    /// - Parameter days: How many days before the end, 1 to 365.
    /// - Returns: The license.
    public func reminding(daysBefore days: Int) -> TestLicense {
        self.with { $0.reminderDays = days }
    }

    /// A license that does not cover builds of the product that were made later.
    ///
    /// - Parameter instant: The last instant.
    /// - Returns: The license.
    public func coveringBuilds(until instant: LicenseInstant) -> TestLicense {
        self.with { $0.updatesUntil = instant }
    }
}
