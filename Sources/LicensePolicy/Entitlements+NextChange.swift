package import LicenseModel

extension Entitlements {
    /// The next instant at which an evaluation of the same licences may differ from this one, in more than the days that
    /// remain.
    ///
    /// It may be too early, and never too late. It costs one pass over the licences.
    ///
    /// - Returns: An instant after ``instant``, or `nil` where nothing changes any more.
    package func nextChange() -> Instant? {
        let now = self.instant.secondsSince1970
        var next = Int64.max
        func consider(_ seconds: Int64) {
            if seconds > now, seconds < next {
                next = seconds
            }
        }
        for term in self.table.terms {
            consider(term.start)
            consider(term.issue - 86_400)
            consider(term.end)
            consider(term.graceEnd)
        }
        // A slot's effective licence and coverage change only with the state of some licence, so that until then
        // nothing but a reminder can start.
        self.considerReminder(of: self.base, consider)
        for standing in self.modules {
            self.considerReminder(of: standing, consider)
        }
        return next <= Instant.latest.secondsSince1970 ? Instant(secondsSince1970: next) : nil
    }

    private func considerReminder(of standing: SlotStanding, _ consider: (Int64) -> Void) {
        guard standing.state == .inForce, let license = standing.license, let end = standing.coveredUntil else {
            return
        }
        if let start = end.reminderStart(days: license.reminderDays ?? self.configuration.reminderDays) {
            consider(start)
        }
    }
}

extension Instant {
    /// The first second in which a reminder of this end is due, or `nil` where none ever is.
    ///
    /// With exactly so many days left there is none: it starts a second later.
    func reminderStart(days: Int) -> Int64? {
        let (window, overflow) = Int64(days).multipliedReportingOverflow(by: 86_400)
        let (last, isBeyond) = self.secondsSince1970.subtractingReportingOverflow(window)
        return overflow || isBeyond || last >= Instant.latest.secondsSince1970 ? nil : last + 1
    }
}
