import LicenseModel

/// A slot on its way through a timeline.
struct SlotWalk: Sendable {
    /// The slot.
    let slot: LicenseSlot

    /// What is told of it.
    private(set) var report: SlotReport

    /// The id of its reminder, or `nil` where none is due.
    private(set) var reminderID: String?

    private let history: SlotHistory
    private let reminderDays: Int
    private var position = 0

    init(_ slot: LicenseSlot, in entitlements: Entitlements, _ ruling: Ruling) {
        let table = entitlements.table
        self.slot = slot
        self.history = SlotHistory(of: slot, table.places(of: slot), in: table, from: entitlements.instant)
        self.reminderDays = entitlements.configuration.reminderDays
        let standing = entitlements[slot]
        self.report = SlotReport(standing, ruling)
        self.reminderID = standing.reminder(defaultDays: self.reminderDays)?.id
    }

    /// The seconds at which it has another state or license, and at which a reminder may become due.
    func instants(in table: SlotTable) -> [Int64] {
        let stretches = self.history.stretches
        return stretches.dropFirst().map(\.from)
            + stretches.compactMap { stretch in
                guard stretch.state == .inForce, let term = stretch.term, let end = stretch.coveredUntil else {
                    return nil
                }
                return end.reminderStart(days: table.license(of: term).reminderDays ?? self.reminderDays)
            }
    }

    /// The status at an instant of the stretch that it is in.
    func standing(at instant: LicenseInstant, in table: SlotTable) -> SlotEntitlement {
        let stretch = self.history.stretches[self.position]
        return SlotEntitlement(
            slot: self.slot,
            instant: instant,
            state: stretch.state,
            license: stretch.term.map(table.license(of:)),
            coveredUntil: stretch.coveredUntil
        )
    }

    /// Goes on to the stretch of an instant, and leaves what is told as it was.
    mutating func advance(to instant: LicenseInstant) {
        let stretches = self.history.stretches
        while self.position + 1 < stretches.count, stretches[self.position + 1].from <= instant.secondsSince1970 {
            self.position += 1
        }
    }

    /// Tells what is so at an instant of the stretch that it is in.
    mutating func update(at instant: LicenseInstant, in table: SlotTable, _ ruling: Ruling) {
        let standing = self.standing(at: instant, in: table)
        self.report = SlotReport(standing, ruling)
        self.reminderID = standing.reminder(defaultDays: self.reminderDays)?.id
    }

    /// Takes other reasons of the base.
    ///
    /// - Returns: The change of whether a module may be changed. None for the base, which ``update(at:in:_:)`` does.
    mutating func changeOfOperating(
        from old: [DenialReason.Code],
        to new: [DenialReason.Code]
    ) -> [EntitlementChange] {
        guard self.slot != .base else {
            return []
        }
        let before = self.report.againstOperating
        self.report.againstOperating = new + before.dropFirst(old.count)
        return [.change(ofOperating: self.slot, from: before, to: self.report.againstOperating)]
    }
}
