import LicenseModel
import LicensePolicy

/// Decides which reminders are due, so that each is sent once a day.
struct ReminderSchedule {
    private var sent: [String: LicenseInstant] = [:]

    /// Returns the reminders that were not returned in the last 24 hours.
    ///
    /// A reminder that ends and comes back, such as after a license was deleted, is due at once.
    mutating func due(
        _ reminders: [LicenseNotice<LicenseReminder>],
        at now: LicenseInstant
    ) -> [LicenseNotice<LicenseReminder>] {
        let sent = self.sent
        self.sent = [:]
        return reminders.filter { reminder in
            if let last = sent[reminder.id], now < last.advanced(byDays: 1) {
                self.sent[reminder.id] = last
                return false
            }
            self.sent[reminder.id] = now
            return true
        }
    }
}
