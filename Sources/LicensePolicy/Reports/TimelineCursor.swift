import LicenseModel

/// A cursor that moves from change to change of entitlements.
///
/// It computes in advance when each slot changes, and at each instant compares only what can differ. The work is therefore
/// to sort these instants, and to create the changes.
final class TimelineCursor {
    /// An event at which entitlements can change.
    private enum Event {
        /// The slot at an index changes its state or license, or its reminder becomes due.
        case slot(Int)

        /// A finding about the dates of a license alone appears.
        case found(LicenseFinding)

        /// A finding about the dates of a license alone disappears.
        case resolved(LicenseFinding)
    }

    private let entitlements: Entitlements
    private let usage: LicenseUsage?
    private let events: [(at: Int64, event: Event)]
    private var position = 0

    /// The cursors of the base, then of the modules, ordered by their bytes.
    private let slots: [SlotCursor]
    private var rules: CapabilityRules
    private var coveredUsage: CoveredUsage
    private var quotas: [LicenseQuota]
    private var login: LoginDirective

    /// The number of slots with the status `expired`.
    private var expiredCount = 0

    /// The number of slots with a reminder.
    private var reminderCount = 0

    /// The number of slots in which a license is effective and grants less than another one, by the index of its term.
    private var lesserSlots: [Int]

    init(from entitlements: Entitlements, to end: LicenseInstant, given usage: LicenseUsage?) {
        let table = entitlements.table
        let rules = entitlements.rules
        let slots = (entitlements.configuration.catalog.slots + table.modules.map { .module($0.module) }).distinct()
            .map { SlotCursor($0, in: entitlements, rules) }
        let (first, last) = (entitlements.instant.secondsSince1970, end.secondsSince1970)
        var events: [(at: Int64, event: Event)] = []
        for (index, slot) in slots.enumerated() {
            events += slot.instants(in: table).map { ($0, .slot(index)) }
        }
        for term in table.terms {
            let issued = LicenseFinding(.issuedInFuture, licenseID: table.license(of: term).id)
            events.append((term.issue - LicenseInstant.secondsPerDay, .resolved(issued)))
            if term.updatesUntil != .max {
                let ended = term.updatesUntil + 1
                events.append(
                    (ended - LicenseFinding.updatesEndingSeconds, .found(table.finding(.updatesEnding, term)))
                )
                events.append((ended, .resolved(table.finding(.updatesEnding, term))))
                events.append((ended, .found(table.finding(.updatesEnded, term))))
            }
        }
        self.events = events.filter { first < $0.at && $0.at <= last }.ordered { $0.at < $1.at }
        self.entitlements = entitlements
        self.usage = usage
        self.slots = slots
        self.rules = rules
        self.coveredUsage = CoveredUsage(of: entitlements.modules, given: usage ?? .zero)
        self.quotas = usage.map { entitlements.quotas(given: $0) } ?? []
        self.login = entitlements.login
        self.expiredCount = slots.count { $0.report.status == .expired }
        self.reminderCount = slots.count { $0.reminderID != nil }
        self.lesserSlots = Array(repeating: 0, count: table.input.count)
        for slot in slots {
            if let term = slot.lesserTerm {
                self.lesserSlots[term.index] += 1
            }
        }
    }

    /// Returns the next point with changes, or `nil` if nothing changes any more.
    @inline(never)
    func next() -> EntitlementsTimeline.Point? {
        while self.position < self.events.count {
            let at = self.events[self.position].at
            var changed: [Int] = []
            var (found, resolved): ([LicenseFinding], [LicenseFinding]) = ([], [])
            while self.position < self.events.count, self.events[self.position].at == at {
                switch self.events[self.position].event {
                case .slot(let index): changed.append(index)
                case .found(let finding): found.append(finding)
                case .resolved(let finding): resolved.append(finding)
                }
                self.position += 1
            }
            let instant = LicenseInstant(secondsSince1970: at)
            let changes = self.changes(ofSlots: changed.distinct(), found, resolved, at: instant)
            if !changes.isEmpty {
                return .init(instant: instant, changes: changes)
            }
        }
        return nil
    }

    private func changes(
        ofSlots changed: [Int],
        _ found: [LicenseFinding],
        _ resolved: [LicenseFinding],
        at instant: LicenseInstant
    ) -> [EntitlementChange] {
        var units: [LimitUnit] = []
        var (lesser, noLonger): ([Term], [Term]) = ([], [])
        for index in changed {
            units += self.coveredUsage.remove(self.slots[index].entitlement(at: instant, in: self.entitlements.table))
            noLonger += self.slots[index].lesserTerm.map { [$0] } ?? []
            self.slots[index].advance(to: instant)
            lesser += self.slots[index].lesserTerm.map { [$0] } ?? []
            units += self.coveredUsage.add(self.slots[index].entitlement(at: instant, in: self.entitlements.table))
        }
        let base = self.slots[0].entitlement(at: instant, in: self.entitlements.table)
        let old = self.rules
        let before = old.reasonsOfBase().map(\.code)
        self.rules = CapabilityRules(base: base, entitlements: self.entitlements)
        let after = self.rules.reasonsOfBase().map(\.code)

        var changes: [EntitlementChange] = []
        if before == after {
            for index in changed {
                changes += self.update(index, at: instant)
            }
        } else {
            // The reasons of the base also apply to operations on every module.
            var rest = changed[...]
            for index in self.slots.indices {
                if rest.first == index {
                    rest.removeFirst()
                    changes += self.update(index, at: instant)
                } else {
                    changes += self.slots[index].replaceBaseReasons(from: before, to: after)
                }
            }
        }
        changes += self.changesOfQuotas(units, isOtherLimit: old.limits != self.rules.limits)

        let login: LoginDirective = self.expiredCount > 0 ? .redirect : self.reminderCount > 0 ? .remind : .proceed
        changes += EntitlementChange.change(ofLogin: self.login, to: login)
        self.login = login

        let (removed, added) = self.findings(from: old.base.license, to: base.license)
        return changes
            + EntitlementChange.changes(
                ofFindings: resolved + removed + self.change(noLonger, by: -1),
                to: found + added + self.change(lesser, by: 1)
            )
    }

    /// Changes the numbers of slots in which licenses grant less than others.
    ///
    /// - Returns: The findings `grants-less` of the licenses whose number changes between 0 and 1.
    private func change(_ terms: [Term], by change: Int) -> [LicenseFinding] {
        let table = self.entitlements.table
        return terms.compactMap { term in
            let count = self.lesserSlots[term.index]
            self.lesserSlots[term.index] += change
            return min(count, count + change) == 0
                ? LicenseFinding(.grantsLess, licenseID: table.license(of: term).id) : nil
        }
    }

    private func update(_ index: Int, at instant: LicenseInstant) -> [EntitlementChange] {
        let slot = self.slots[index]
        let (report, reminderID) = (slot.report, slot.reminderID)
        slot.update(at: instant, in: self.entitlements.table, self.rules)
        self.expiredCount += (slot.report.status == .expired ? 1 : 0) - (report.status == .expired ? 1 : 0)
        self.reminderCount += (slot.reminderID == nil ? 0 : 1) - (reminderID == nil ? 0 : 1)
        return EntitlementChange.changes(
            of: slot.slot,
            from: report,
            reminderID,
            to: slot.report,
            slot.reminderID
        )
    }

    private func changesOfQuotas(_ units: [LimitUnit], isOtherLimit: Bool) -> [EntitlementChange] {
        guard let usage = self.usage else {
            return []
        }
        let limits = self.rules.limits
        let candidates = isOtherLimit ? self.quotas.map(\.unit) + Array(limits.keys) : units
        return candidates.distinct()
            .flatMap { unit in
                let old = self.quotas.first { $0.unit == unit }
                let new = limits[unit].map { LicenseQuota(unit, $0, given: usage, self.coveredUsage) }
                self.quotas = self.quotas.filter { $0.unit != unit } + (new.map { [$0] } ?? [])
                return EntitlementChange.change(ofQuota: old, to: new)
            }
    }

    /// Returns the findings `licensee-differs` that a change of the base license removes and adds.
    private func findings(from old: License?, to new: License?)
        -> (removed: [LicenseFinding], added: [LicenseFinding])
    {
        var (removed, added): ([LicenseFinding], [LicenseFinding]) = ([], [])
        let isSame = if let old, let new { old.hasParties(of: new) } else { old == nil && new == nil }
        guard !isSame else {
            return (removed, added)
        }
        let table = self.entitlements.table
        for term in table.terms where !term.isBase {
            let license = table.license(of: term)
            let differed = old.map { !license.hasParties(of: $0) } ?? false
            let differs = new.map { !license.hasParties(of: $0) } ?? false
            if differed != differs {
                let finding = LicenseFinding(.licenseeDiffers, licenseID: license.id)
                differs ? added.append(finding) : removed.append(finding)
            }
        }
        return (removed, added)
    }
}
