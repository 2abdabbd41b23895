import LicenseModel

extension EntitlementsReport {
    /// Compares the report with another report, such as a later one.
    ///
    /// - Parameter other: The report to compare with.
    /// - Returns: The differences, slot by slot, then those that do not belong to a slot. Empty if the reports are equal
    ///   except for the instant and the remaining days.
    public func changes(to other: EntitlementsReport) -> [EntitlementChange] {
        var changes: [EntitlementChange] = []
        for slot in self.slots(with: other) {
            changes += EntitlementChange.changes(
                of: slot,
                from: self[slot],
                self.reminderID(of: slot),
                to: other[slot],
                other.reminderID(of: slot)
            )
        }
        for unit in (self.quotas + other.quotas).map(\.unit).distinct() {
            changes += EntitlementChange.change(ofQuota: self.quota(of: unit), to: other.quota(of: unit))
        }
        changes += EntitlementChange.change(ofLogin: self.login, to: other.login)
        return changes
            + EntitlementChange.changes(
                ofFindings: self.findings.map(\.value),
                to: other.findings.map(\.value)
            )
    }

    private func reminderID(of slot: LicenseSlot) -> String? {
        let index = self.reminders.endOfPrefix { $0.value.slot < slot }
        return index < self.reminders.count && self.reminders[index].value.slot == slot
            ? self.reminders[index].value.id : nil
    }

    /// Returns the quota of a unit, or `nil` if the report has none.
    func quota(of unit: LimitUnit) -> LicenseQuota? {
        let index = self.quotas.endOfPrefix { $0.unit < unit }
        return index < self.quotas.count && self.quotas[index].unit == unit ? self.quotas[index] : nil
    }
}
