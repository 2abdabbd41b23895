import LicenseModel
import LicensePolicy

/// A second implementation of the policy, which is written from its rules and is simple and slow.
struct Reference {
    /// The effective license of a slot, with its state.
    struct Effective {
        let license: License
        let state: SlotState
    }

    private let now: LicenseInstant
    private let grant: CommunityGrant?

    /// The licenses that count, and those that are excluded with the end of their codes.
    private let counting: [License]
    private let excluded: [(license: License, code: String)]

    init(_ licenses: [License], at now: LicenseInstant, _ configuration: PolicyConfiguration) {
        var distinct: [License] = []
        for license in licenses where !distinct.contains(license) {
            distinct.append(license)
        }
        var (counting, excluded): ([License], [(license: License, code: String)]) = ([], [])
        for license in distinct {
            if let date = configuration.build.date, let until = license.updatesUntil, until < date {
                excluded.append((license, "build-not-covered"))
            } else if case .only(let nodes) = configuration.node, let bound = license.nodes,
                nodes.isDisjoint(with: bound)
            {
                excluded.append((license, "wrong-node"))
            } else {
                counting.append(license)
            }
        }
        (self.now, self.counting, self.excluded) = (now, counting, excluded)
        let base = Self.effective(of: .base, counting, now)?.state
        switch base {
        case nil, .pending?: self.grant = configuration.community
        case .expired?: self.grant = configuration.community.flatMap { $0.afterExpiry ? $0 : nil }
        default: self.grant = nil
        }
    }

    private static func state(_ license: License, _ now: LicenseInstant) -> SlotState {
        if now < license.notBefore { return .pending }
        guard let end = license.expiresAt, end <= now else { return .current }
        let grace = Int64(license.graceDays ?? 0) * 86_400
        return now.secondsSince1970 < end.secondsSince1970 + grace ? .grace : .expired
    }

    private static func fills(_ license: License, _ slot: LicenseSlot) -> Bool {
        slot.module.map(license.modules.contains) ?? (license.category == .base)
    }

    private static func effective(of slot: LicenseSlot, _ licenses: [License], _ now: LicenseInstant) -> Effective? {
        func key(_ license: License) -> ([Int], [UInt8]) {
            let rank = [SlotState.current, .grace, .expired, .pending].firstIndex(of: Self.state(license, now)) ?? 4
            let numbers = [
                rank, slot == .base || license.category == .plus ? 0 : 1,
                -Int(license.issuedAt.secondsSince1970), -(license.sequence ?? -1),
            ]
            return (numbers, Array("\(license.id)\0\(license.issuer)\0\(license.payloadDigest)".utf8))
        }
        return licenses.filter { self.fills($0, slot) }.map { (license: $0, key: key($0)) }
            .min { lhs, rhs in
                lhs.key.0 == rhs.key.0
                    ? lhs.key.1.lexicographicallyPrecedes(rhs.key.1) : lhs.key.0.lexicographicallyPrecedes(rhs.key.0)
            }
            .map { Effective(license: $0.license, state: self.state($0.license, now)) }
    }

    func effective(_ slot: LicenseSlot) -> Effective? {
        Self.effective(of: slot, self.counting, self.now)
    }

    func coverage(of slot: LicenseSlot) -> LicenseInstant? {
        guard var end = self.effective(slot)?.license.expiresAt else { return nil }
        let licenses = self.counting.filter { Self.fills($0, slot) }
        while let next = licenses.first(where: { $0.notBefore <= end && ($0.expiresAt ?? .latest) > end }) {
            guard let later = next.expiresAt else { return nil }
            end = later
        }
        return end
    }

    // MARK: Decisions

    private func codes(of slot: LicenseSlot) -> [String] {
        let kind = slot == .base ? "base" : "module"
        switch self.effective(slot)?.state {
        case nil:
            let causes = self.excluded.filter { Self.fills($0.license, slot) }.map(\.code)
            guard let cause = causes.contains("build-not-covered") ? "build-not-covered" : causes.first else {
                return [slot == .base ? "base-missing" : "module-not-activated"]
            }
            return ["\(kind)-\(cause)"]
        case .pending: return ["\(kind)-not-yet-valid"]
        case .expired: return ["\(kind)-expired"]
        default: return []
        }
    }

    /// Returns the features that a slot has in a license, or `nil` for all.
    private static func features(_ license: License, _ slot: LicenseSlot) -> Set<License.Feature>? {
        slot != .base && license.category == .base ? nil : license.features
    }

    func codes(_ capability: LicenseCapability) -> [String] {
        let slot = capability.slot
        var feature: [String] = []
        if let name = capability.feature, let license = self.effective(slot)?.license,
            let features = Self.features(license, slot), !features.contains(name)
        {
            feature = ["feature-not-included"]
        }
        switch (capability.operation, slot) {
        case (.keepRunning, _), (.recover, _), (.view, .base): return []
        case (.view, .module): return self.codes(of: slot) + feature
        case (.operate, .base): return self.grant == nil ? self.codes(of: .base) + feature : []
        case (.operate, .module): return self.codes(of: .base) + self.codes(of: slot) + feature
        }
    }

    // MARK: Quotas

    /// The limits on additions; a unit without an entry is not limited.
    var limits: [LimitUnit: License.Limit] {
        self.grant?.limits ?? self.effective(.base)?.license.limits ?? [:]
    }

    private func covered(_ unit: LimitUnit, _ uses: [License.Module: Int]) -> Int {
        var uncovered: [(license: License, use: Int)] = []
        for (module, use) in uses {
            guard let effective = self.effective(.module(module)), effective.license.category == .plus,
                effective.state == .current || effective.state == .grace
            else { continue }
            if let index = uncovered.firstIndex(where: { $0.license == effective.license }) {
                uncovered[index].use += use
            } else {
                uncovered.append((effective.license, use))
            }
        }
        var covered = 0
        for (license, use) in uncovered {
            switch license.limits[unit] {
            case nil: break
            case .unlimited?: covered += use
            case .count(let count)?: covered += min(count, use)
            }
        }
        return covered
    }

    /// Returns the numbers of a quota as `licensed used absorbed available over`, or `nil` if the unit is not limited.
    func quota(_ unit: LimitUnit, used: Int, _ uses: [License.Module: Int]) -> String? {
        guard let limit = self.limits[unit] else { return nil }
        let covered = self.covered(unit, uses)
        let counted = max(0, used - covered)
        guard case .count(let count) = limit else { return "unlimited \(used) \(covered) unlimited 0" }
        return "\(count) \(used) \(covered) \(max(0, count - counted)) \(max(0, counted - count))"
    }

    /// Returns the codes of the reasons against adding a number of units to a slot.
    func codes(
        adding amount: Int,
        _ unit: LimitUnit,
        to slot: LicenseSlot,
        used: Int,
        _ uses: [License.Module: Int]
    ) -> [String] {
        var uses = uses
        if let module = slot.module {
            uses[module, default: 0] += amount
        }
        let after = used + amount - self.covered(unit, uses)
        guard case .count(let count)? = self.limits[unit], after > count else { return self.codes(.operate(slot)) }
        return self.codes(.operate(slot)) + ["limit-reached"]
    }

    // MARK: Notices

    /// The findings as `code license`, in order.
    var findings: [String] {
        var findings = self.excluded.map { "\($0.code) \($0.license.id)" }
        let base = self.effective(.base)?.license
        let (now, day) = (self.now.secondsSince1970, Int64(86_400))
        for license in self.counting {
            if license.issuedAt.secondsSince1970 > now + day {
                findings.append("issued-in-future \(license.id)")
            }
            if let base, license.category == .plus,
                license.issuer != base.issuer || license.licensee != base.licensee
            {
                findings.append("licensee-differs \(license.id)")
            }
            if let until = license.updatesUntil?.secondsSince1970, until < now + 14 * day {
                findings.append("\(until < now ? "updates-ended" : "updates-ending") \(license.id)")
            }
            let slots = [LicenseSlot.base] + license.modules.map(LicenseSlot.module)
            if slots.contains(where: { self.grantsLess(license, $0) }) {
                findings.append("grants-less \(license.id)")
            }
        }
        return findings.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    /// Returns whether a license is effective in a slot, and another current license grants more there.
    private func grantsLess(_ license: License, _ slot: LicenseSlot) -> Bool {
        guard let effective = self.effective(slot), effective.license == license,
            effective.state == .current || effective.state == .grace
        else { return false }
        let missing: License.Limit = slot == .base ? .unlimited : .count(0)
        func amount(_ license: License, _ unit: LimitUnit) -> Int {
            (license.limits[unit] ?? missing).count ?? .max
        }
        return self.counting.contains { other in
            guard other != license, Self.fills(other, slot), Self.state(other, self.now) == .current else {
                return false
            }
            let own = Self.features(license, slot)
            if let own, Self.features(other, slot)?.contains(where: { !own.contains($0) }) ?? true {
                return true
            }
            guard license.category == other.category, slot == .base || license.category == .plus else { return false }
            return (Array(license.limits.keys) + other.limits.keys).contains { amount(license, $0) < amount(other, $0) }
        }
    }

    /// The reminders as `kind slot daysRemaining daysUntilEnd until`, in order.
    func reminders(_ slots: [LicenseSlot]) -> [String] {
        func days(_ end: LicenseInstant) -> Int64 {
            max(0, (end.secondsSince1970 - self.now.secondsSince1970 + 86_399) / 86_400)
        }
        return slots.sorted()
            .compactMap { slot in
                guard let effective = self.effective(slot), let end = self.coverage(of: slot) else { return nil }
                switch effective.state {
                case .current:
                    let window = Int64(effective.license.reminderDays ?? 14) * 86_400
                    guard end.secondsSince1970 - self.now.secondsSince1970 < window else { return nil }
                    return "expiring \(slot) \(days(end)) \(days(end)) \(end)"
                case .grace:
                    let grace = effective.license.expiresAt?.advanced(byDays: effective.license.graceDays ?? 0) ?? end
                    return "grace \(slot) 0 \(days(grace)) \(grace)"
                case .expired: return "expired \(slot) 0 0 \(end)"
                default: return nil
                }
            }
    }
}

extension RandomScenario {
    /// The evaluation by the reference implementation.
    var reference: Reference {
        Reference(self.licenses, at: self.instant, self.configuration)
    }
}
