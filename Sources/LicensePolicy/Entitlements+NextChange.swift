package import LicenseModel

extension Entitlements {
    /// Returns the next instant at which an evaluation of the same licenses may differ from this one.
    ///
    /// The remaining days are ignored, because they change every day. The result can be earlier than the next change,
    /// but never later. The cost is one pass over the licenses.
    ///
    /// - Returns: An instant after ``instant``, or `nil` if nothing changes after it.
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
            // The last second before the end of the updates is still before it. Without an end, there is no change.
            if term.updatesUntil != .max {
                consider(term.updatesUntil - LicenseFinding.updatesEndingSeconds + 1)
                consider(term.updatesUntil + 1)
            }
        }
        // A slot's effective license and coverage change only when the state of a license changes. Until then, only a
        // reminder can start.
        self.considerReminder(of: self.base, consider)
        for entitlement in self.modules {
            self.considerReminder(of: entitlement, consider)
        }
        return next <= LicenseInstant.latest.secondsSince1970 ? LicenseInstant(secondsSince1970: next) : nil
    }

    private func considerReminder(of entitlement: SlotEntitlement, _ consider: (Int64) -> Void) {
        guard entitlement.state == .current, let license = entitlement.license, let end = entitlement.coveredUntil
        else {
            return
        }
        if let start = end.reminderStart(days: license.reminderDays ?? self.configuration.reminderDays) {
            consider(start)
        }
    }
}

extension LicenseInstant {
    /// Returns the first second in which a reminder of this end is due, or `nil` if it is never due.
    ///
    /// A reminder is due when less than the given number of days remain, so it starts one second after that many days
    /// are left.
    func reminderStart(days: Int) -> Int64? {
        let last = self.secondsSince1970.subtractingClamped(Int64(days).multipliedClamped(by: Self.secondsPerDay))
        return last == .min || last >= LicenseInstant.latest.secondsSince1970 ? nil : last + 1
    }
}
