import Licensing

/// Repeats a reminder once a day.
struct ReminderSchedule {
    private var last: [String: LicenseInstant] = [:]

    /// Returns the reminders that were not returned in the last 24 hours.
    mutating func due(
        _ reminders: [LicenseNotice<LicenseReminder>],
        at now: LicenseInstant
    ) -> [LicenseNotice<LicenseReminder>] {
        self.last = self.last.filter { id, _ in reminders.contains { $0.id == id } }
        return reminders.filter { reminder in
            if let last = self.last[reminder.id], now < last.advanced(byDays: 1) {
                return false
            }
            self.last[reminder.id] = now
            return true
        }
    }
}
