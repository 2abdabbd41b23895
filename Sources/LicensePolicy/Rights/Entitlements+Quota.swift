public import LicenseModel

extension Entitlements {
    /// The quota of each unit that the base license limits, ordered by unit.
    ///
    /// Without a base license: that a community grant limits.
    ///
    /// - Parameter usage: What is in use.
    /// - Returns: The quotas. A unit that is not among them is not limited.
    public func quotas(given usage: LicenseUsage) -> [LicenseQuota] {
        let absorption = Absorption(of: self.modules, given: usage)
        return self.ruling.limits.ordered { $0.key < $1.key }
            .map { LicenseQuota($0.key, $0.value, given: usage, absorption) }
    }

    /// How many of a unit the base license covers, or a community grant in its place, without counting what is in use.
    ///
    /// ```swift
    /// if case .count(let cores) = gate.entitlements.limit(of: .cores) { workers = min(workers, cores) }
    /// ```
    ///
    /// - Parameter unit: The unit.
    /// - Returns: The limit. A unit that the license does not name is not limited. Where neither a license nor a grant is
    ///   there, nothing is covered: `.count(0)`.
    public func limit(of unit: LimitUnit) -> License.Limit {
        guard self.base.license != nil || self.ruling.isCommunity else {
            return .count(0)
        }
        return self.ruling.limits[unit] ?? .unlimited
    }

    /// Decides whether objects may be added, in the same transaction or under the same lock in which they are then added.
    ///
    /// A unit that the base license does not name is not limited. A misspelled unit is such a unit: use constants.
    ///
    /// - Parameters:
    ///   - amounts: How many of each unit to add, 1 or more. A number below 1 adds nothing.
    ///   - slot: To what they belong. A module's own objects count against its license first.
    ///   - usage: What is in use now.
    /// - Throws: ``LicenseDenial`` with every reason against it.
    public func admit(
        _ amounts: [LimitUnit: Int],
        to slot: LicenseSlot,
        given usage: LicenseUsage
    ) throws(LicenseDenial) {
        try self.decision(adding: amounts, by: .operate(slot), given: usage).require()
    }

    /// Decides whether a feature may add objects, in the same transaction or under the same lock in which they are then
    /// added.
    ///
    /// - Parameters:
    ///   - amounts: How many of each unit to add, 1 or more. A number below 1 adds nothing.
    ///   - slot: To what they belong. A module's own objects count against its license first.
    ///   - feature: The feature that adds them.
    ///   - usage: What is in use now.
    /// - Throws: ``LicenseDenial`` with every reason against it.
    public func admit(
        _ amounts: [LimitUnit: Int],
        to slot: LicenseSlot,
        feature: License.Feature,
        given usage: LicenseUsage
    ) throws(LicenseDenial) {
        try self.decision(adding: amounts, by: .operate(slot, feature: feature), given: usage).require()
    }

    /// What ``admit(_:to:given:)`` decides, as a value, such as for a page that grays out a button.
    ///
    /// - Parameters:
    ///   - amounts: How many of each unit to add, 1 or more. A number below 1 adds nothing.
    ///   - slot: To what they belong.
    ///   - usage: What is in use now.
    /// - Returns: Yes, or no with every reason.
    public func decision(adding amounts: [LimitUnit: Int], to slot: LicenseSlot, given usage: LicenseUsage)
        -> LicenseDecision
    {
        self.decision(adding: amounts, by: .operate(slot), given: usage)
    }

    /// What ``admit(_:to:feature:given:)`` decides, as a value.
    ///
    /// - Parameters:
    ///   - amounts: How many of each unit to add, 1 or more. A number below 1 adds nothing.
    ///   - slot: To what they belong.
    ///   - feature: The feature that adds them.
    ///   - usage: What is in use now.
    /// - Returns: Yes, or no with every reason.
    public func decision(
        adding amounts: [LimitUnit: Int],
        to slot: LicenseSlot,
        feature: License.Feature,
        given usage: LicenseUsage
    ) -> LicenseDecision {
        self.decision(adding: amounts, by: .operate(slot, feature: feature), given: usage)
    }

    /// Decides whether objects may be added by an operation on their slot.
    package func decision(
        adding amounts: [LimitUnit: Int],
        by capability: LicenseCapability,
        given usage: LicenseUsage
    ) -> LicenseDecision {
        var reasons = self.reasons(against: capability)
        let shortages = self.shortages(adding: amounts, to: capability.slot, given: usage)
        if !shortages.isEmpty {
            reasons.append(DenialReason(.limitReached, .base, shortages: shortages))
        }
        return reasons.isEmpty
            ? .allowed : .denied(LicenseDenial(capability, reasons: reasons, catalog: self.configuration.catalog))
    }

    private func shortages(adding amounts: [LimitUnit: Int], to slot: LicenseSlot, given usage: LicenseUsage)
        -> [LimitShortage]
    {
        let limits = self.ruling.limits
        // Without a limit on what is added, nothing is summed up.
        guard amounts.contains(where: { $0.value > 0 && limits[$0.key]?.count != nil }) else {
            return []
        }
        let before = Absorption(of: self.modules, given: usage)
        let after = Absorption(of: self.modules, given: usage, adding: amounts, to: slot)
        return amounts.ordered { $0.key < $1.key }
            .compactMap { unit, requested in
                guard requested > 0, case .count(let limit)? = limits[unit] else {
                    return nil
                }
                let total = UInt(clamping: usage.total[unit] ?? 0)
                let sum = total + UInt(clamping: requested)
                guard sum - min(sum, after[unit]) > limit else {
                    return nil
                }
                let used = Int(clamping: total - min(total, before[unit]))
                return LimitShortage(unit: unit, limit: limit, used: used, requested: requested)
            }
    }
}

extension LicenseQuota {
    /// The quota of a unit.
    init(_ unit: LimitUnit, _ licensed: License.Limit, given usage: LicenseUsage, _ absorption: Absorption) {
        self.init(
            unit: unit,
            licensed: licensed,
            used: max(0, usage.total[unit] ?? 0),
            absorbed: Int(clamping: absorption[unit])
        )
    }
}
