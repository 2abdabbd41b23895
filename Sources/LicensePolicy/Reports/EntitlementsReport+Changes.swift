import LicenseModel

extension EntitlementsReport {
    /// What differs in a later or other report.
    ///
    /// - Parameter other: The other report.
    /// - Returns: The differences, slot by slot, then those that concern no slot. Empty where nothing but the instant and the
    ///   days that remain differs.
    public func changes(to other: EntitlementsReport) -> [EntitlementChange] {
        let (before, after) = (self.bySlot, other.bySlot)
        let (reminder, nextReminder) = (self.reminderIDs, other.reminderIDs)
        var changes: [EntitlementChange] = []
        for slot in self.slots(with: other) {
            changes += EntitlementChange.changes(
                of: slot,
                from: before[slot],
                reminder[slot],
                to: after[slot],
                nextReminder[slot]
            )
        }
        let (quota, nextQuota) = (self.byUnit, other.byUnit)
        for unit in (Array(quota.keys) + Array(nextQuota.keys)).distinct() {
            changes += EntitlementChange.change(ofQuota: quota[unit], to: nextQuota[unit])
        }
        changes += EntitlementChange.change(ofLogin: self.login, to: other.login)
        return changes + EntitlementChange.changes(ofFindings: self.findings, to: other.findings)
    }

    private var bySlot: [LicenseSlot: SlotReport] {
        Dictionary(self.slots.map { ($0.slot, $0) }) { first, _ in first }
    }

    private var reminderIDs: [LicenseSlot: String] {
        Dictionary(self.reminders.map { ($0.subject, $0.id) }) { first, _ in first }
    }

    private var byUnit: [LimitUnit: LicenseQuota] {
        Dictionary(self.quotas.map { ($0.unit, $0) }) { first, _ in first }
    }
}
