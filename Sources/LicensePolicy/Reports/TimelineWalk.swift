import LicenseModel

/// Goes from change to change of what licenses grant.
///
/// It knows beforehand when which slot changes, and compares at each instant only what can differ there. So the work is that
/// of sorting, and of the changes that it tells.
final class TimelineWalk {
    /// What happens at an instant.
    private enum Event {
        /// A slot, by its index, has another state or license, or its reminder is due.
        case slot(Int)

        /// The signing time of a license is no longer in the future.
        case issue(LicenseFinding)
    }

    private let entitlements: Entitlements
    private let usage: LicenseUsage?
    private let events: [(at: Int64, event: Event)]
    private var position = 0

    /// The base, then the modules by their bytes.
    private var slots: [SlotWalk]
    private var ruling: Ruling
    private var absorption: Absorption
    private var quotas: [LimitUnit: LicenseQuota]
    private var login: LoginDirective

    /// How many slots are expired, and how many have a reminder.
    private var expiredCount = 0
    private var reminderCount = 0

    /// The findings `licensee-differs` of the licenses for modules, by the parties to the license.
    private let findings: [Parties: [LicenseFinding]]

    init(from entitlements: Entitlements, to end: LicenseInstant, given usage: LicenseUsage?) {
        let table = entitlements.table
        let ruling = entitlements.ruling
        let slots = (entitlements.configuration.catalog.slots + table.modules.map { .module($0.module) }).distinct()
            .map { SlotWalk($0, in: entitlements, ruling) }
        let (first, last) = (entitlements.instant.secondsSince1970, end.secondsSince1970)
        var events: [(at: Int64, event: Event)] = []
        for (index, slot) in slots.enumerated() {
            events += slot.instants(in: table).map { ($0, .slot(index)) }
        }
        for term in table.terms {
            events.append(
                (
                    term.issue - LicenseInstant.secondsPerDay,
                    .issue(LicenseFinding(.issuedInFuture, licenseID: table.license(of: term).id))
                )
            )
        }
        self.events = events.filter { first < $0.at && $0.at <= last }.ordered { $0.at < $1.at }
        self.entitlements = entitlements
        self.usage = usage
        self.slots = slots
        self.ruling = ruling
        self.absorption = Absorption(of: entitlements.modules, given: usage ?? .zero)
        let quotas = usage.map { entitlements.quotas(given: $0) } ?? []
        self.quotas = Dictionary(quotas.map { ($0.unit, $0) }) { first, _ in first }
        self.login = entitlements.login
        self.expiredCount = slots.count { $0.report.status == .expired }
        self.reminderCount = slots.count { $0.reminderID != nil }
        var findings: [Parties: [LicenseFinding]] = [:]
        for license in table.licenses where license.category == .plus {
            findings[Parties(license), default: []].append(LicenseFinding(.licenseeDiffers, licenseID: license.id))
        }
        self.findings = findings
    }

    /// What changes next, or `nil` where nothing changes any more.
    func next() -> EntitlementsTimeline.Point? {
        while self.position < self.events.count {
            let at = self.events[self.position].at
            var changed: [Int] = []
            var believed: [LicenseFinding] = []
            while self.position < self.events.count, self.events[self.position].at == at {
                switch self.events[self.position].event {
                case .slot(let index): changed.append(index)
                case .issue(let finding): believed.append(finding)
                }
                self.position += 1
            }
            let instant = LicenseInstant(secondsSince1970: at)
            let changes = self.changes(ofSlots: changed.distinct(), believed, at: instant)
            if !changes.isEmpty {
                return .init(instant: instant, changes: changes)
            }
        }
        return nil
    }

    private func changes(
        ofSlots changed: [Int],
        _ believed: [LicenseFinding],
        at instant: LicenseInstant
    ) -> [EntitlementChange] {
        var units: [LimitUnit] = []
        for index in changed {
            units += self.absorption.remove(self.slots[index].standing(at: instant, in: self.entitlements.table))
            self.slots[index].advance(to: instant)
            units += self.absorption.add(self.slots[index].standing(at: instant, in: self.entitlements.table))
        }
        let (old, base) = (self.ruling.base, self.slots[0].standing(at: instant, in: self.entitlements.table))
        let before = self.ruling.reasonsOfBase().map(\.code)
        self.ruling = Ruling(base: base, entitlements: self.entitlements)
        let after = self.ruling.reasonsOfBase().map(\.code)

        var changes: [EntitlementChange] = []
        if before == after {
            for index in changed {
                changes += self.update(index, at: instant)
            }
        } else {
            // Every module is changed only where the base lets it.
            var rest = changed[...]
            for index in self.slots.indices {
                if rest.first == index {
                    rest.removeFirst()
                    changes += self.update(index, at: instant)
                } else {
                    changes += self.slots[index].changeOfOperating(from: before, to: after)
                }
            }
        }
        changes += self.changesOfQuotas(units, isOtherBase: old.license != base.license)

        let login: LoginDirective = self.expiredCount > 0 ? .redirect : self.reminderCount > 0 ? .remind : .proceed
        changes += EntitlementChange.change(ofLogin: self.login, to: login)
        self.login = login

        let (gone, added) = self.findings(from: old.license, to: base.license)
        return changes + EntitlementChange.changes(ofFindings: believed + gone, to: added)
    }

    private func update(_ index: Int, at instant: LicenseInstant) -> [EntitlementChange] {
        let old = self.slots[index]
        self.slots[index].update(at: instant, in: self.entitlements.table, self.ruling)
        let new = self.slots[index]
        self.expiredCount += (new.report.status == .expired ? 1 : 0) - (old.report.status == .expired ? 1 : 0)
        self.reminderCount += (new.reminderID == nil ? 0 : 1) - (old.reminderID == nil ? 0 : 1)
        return EntitlementChange.changes(
            of: new.slot,
            from: old.report,
            old.reminderID,
            to: new.report,
            new.reminderID
        )
    }

    private func changesOfQuotas(_ units: [LimitUnit], isOtherBase: Bool) -> [EntitlementChange] {
        guard let usage = self.usage else {
            return []
        }
        let limits = self.ruling.limits
        let concerned = isOtherBase ? Array(self.quotas.keys) + Array(limits.keys) : units
        return concerned.distinct()
            .flatMap { unit in
                let quota = limits[unit].map { LicenseQuota(unit, $0, given: usage, self.absorption) }
                defer { self.quotas[unit] = quota }
                return EntitlementChange.change(ofQuota: self.quotas[unit], to: quota)
            }
    }

    /// The findings `licensee-differs` that go and come with another base license.
    private func findings(from old: License?, to new: License?) -> (gone: [LicenseFinding], added: [LicenseFinding]) {
        guard old != new else {
            return ([], [])
        }
        let (before, after) = (old.map(Parties.init), new.map(Parties.init))
        switch (before, after) {
        case (let before?, let after?):
            return before == after ? ([], []) : (self.findings[after] ?? [], self.findings[before] ?? [])
        case (nil, let after?):
            return ([], self.findings.filter { $0.key != after }.flatMap(\.value))
        case (let before?, nil):
            return (self.findings.filter { $0.key != before }.flatMap(\.value), [])
        case (nil, nil):
            return ([], [])
        }
    }
}

/// By and to whom a license was issued.
private struct Parties: Hashable, Sendable {
    let issuer: ClaimString
    let licensee: ClaimString

    init(_ license: License) {
        self.issuer = license.issuer
        self.licensee = license.licensee
    }
}
