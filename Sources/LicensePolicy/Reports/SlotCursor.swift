import LicenseModel

/// A cursor over the history of a slot in a timeline, with the slot's latest report.
final class SlotCursor {
    /// The slot that the cursor follows.
    let slot: LicenseSlot

    /// The report of the slot at the latest update.
    private(set) var report: SlotReport

    /// The ID of the slot's reminder at the latest update, or `nil` if no reminder is due.
    private(set) var reminderID: String?

    private let history: SlotHistory
    private let reminderDays: Int
    private var position = 0

    init(_ slot: LicenseSlot, in entitlements: Entitlements, _ rules: CapabilityRules) {
        let table = entitlements.table
        self.slot = slot
        self.history = SlotHistory(of: slot, table.indices(of: slot), in: table, from: entitlements.instant)
        self.reminderDays = entitlements.configuration.reminderDays
        let entitlement = entitlements[slot]
        self.report = SlotReport(entitlement, rules)
        self.reminderID = entitlement.reminder(defaultDays: self.reminderDays)?.id
    }

    /// Returns the seconds at which the slot's state or license changes, or at which a reminder can become due.
    func instants(in table: SlotTable) -> [Int64] {
        let periods = self.history.periods
        return periods.dropFirst().map(\.from)
            + periods.compactMap { period in
                guard period.state == .current, let term = period.term, let end = period.coveredUntil else {
                    return nil
                }
                return end.reminderStart(days: table.license(of: term).reminderDays ?? self.reminderDays)
            }
    }

    /// Returns the entitlement of the slot at an instant in the current period.
    func entitlement(at instant: LicenseInstant, in table: SlotTable) -> SlotEntitlement {
        let period = self.history.periods[self.position]
        return SlotEntitlement(
            slot: self.slot,
            instant: instant,
            state: period.state,
            license: period.term.map(table.license(of:)),
            coveredUntil: period.coveredUntil
        )
    }

    /// The term of the effective license if it grants less than another current license, or `nil`.
    var lesserTerm: Term? {
        let period = self.history.periods[self.position]
        return period.grantsLess ? period.term : nil
    }

    /// Moves to the period that contains an instant, without updating the report.
    func advance(to instant: LicenseInstant) {
        let periods = self.history.periods
        while self.position + 1 < periods.count, periods[self.position + 1].from <= instant.secondsSince1970 {
            self.position += 1
        }
    }

    /// Updates the report and the reminder to an instant in the current period.
    func update(at instant: LicenseInstant, in table: SlotTable, _ rules: CapabilityRules) {
        let entitlement = self.entitlement(at: instant, in: table)
        self.report = SlotReport(entitlement, rules)
        self.reminderID = entitlement.reminder(defaultDays: self.reminderDays)?.id
    }

    /// Replaces the base's reasons to deny operations on a module, which precede the module's own reasons.
    ///
    /// - Parameters:
    ///   - old: The codes of the base's reasons in the report.
    ///   - new: The codes of the base's new reasons.
    /// - Returns: The change, or an empty array for the base, whose report ``update(at:in:_:)`` updates.
    func replaceBaseReasons(
        from old: [DenialReason.Code],
        to new: [DenialReason.Code]
    ) -> [EntitlementChange] {
        guard self.slot != .base else {
            return []
        }
        let before = self.report.operateDenialCodes
        self.report.operateDenialCodes = new + before.dropFirst(old.count)
        return [.change(ofOperating: self.slot, from: before, to: self.report.operateDenialCodes)]
    }
}
