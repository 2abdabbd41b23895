package import LicenseModel

extension Entitlements {
    /// The next instant at which an evaluation of the same licenses may differ from this one, in more than the days that
    /// remain.
    ///
    /// It may be too early, and never too late. It costs one pass over the licenses.
    ///
    /// - Returns: An instant after ``instant``, or `nil` where nothing changes any more.
    package func nextChange() -> LicenseInstant? {
        let now = self.instant.secondsSince1970
        var next = Int64.max
        func consider(_ seconds: Int64) {
            if seconds > now, seconds < next {
                next = seconds
            }
        }
        for term in self.table.terms {
            consider(term.start)
            consider(term.issue - LicenseInstant.secondsPerDay)
            consider(term.end)
            consider(term.graceEnd)
        }
        // A slot's effective license and coverage change only with the state of some license, so that until then
        // nothing but a reminder can start.
        self.considerReminder(of: self.base, consider)
        for standing in self.modules {
            self.considerReminder(of: standing, consider)
        }
        return next <= LicenseInstant.latest.secondsSince1970 ? LicenseInstant(secondsSince1970: next) : nil
    }

    private func considerReminder(of standing: SlotEntitlement, _ consider: (Int64) -> Void) {
        guard standing.state == .inForce, let license = standing.license, let end = standing.coveredUntil else {
            return
        }
        if let start = end.reminderStart(days: license.reminderDays ?? self.configuration.reminderDays) {
            consider(start)
        }
    }
}

extension LicenseInstant {
    /// The first second in which a reminder of this end is due, or `nil` where none ever is.
    ///
    /// With exactly so many days left there is none: it starts a second later.
    func reminderStart(days: Int) -> Int64? {
        let last = self.secondsSince1970.subtractingClamped(Int64(days).multipliedClamped(by: Self.secondsPerDay))
        return last == .min || last >= LicenseInstant.latest.secondsSince1970 ? nil : last + 1
    }
}
