public import LicenseModel

extension Entitlements {
    /// Returns the quota of each unit that the base license limits, ordered by unit.
    ///
    /// While the community grant applies, the limits are those of the grant alone.
    ///
    /// ```swift
    /// for quota in gate.entitlements.quotas(given: usage) {
    ///     print(quota.unit, quota.counted, quota.licensed, quota.available)
    /// }
    /// ```
    ///
    /// - Parameter usage: The current usage.
    /// - Returns: The quotas. With a base license or community grant, a unit without a quota is not limited.
    public func quotas(given usage: LicenseUsage) -> [LicenseQuota] {
        let covered = CoveredUsage(of: self.modules, given: usage)
        return self.rules.limits.ordered { $0.key < $1.key }
            .map { LicenseQuota($0.key, $0.value, given: usage, covered) }
    }

    /// Returns the limit of a unit by the base license or community grant, regardless of the usage.
    ///
    /// ```swift
    /// if case .count(let cores) = gate.entitlements.limit(of: "cores"), cores > 0 {
    ///     workers = min(workers, cores)
    /// }
    /// ```
    ///
    /// - Parameter unit: The unit to look up.
    /// - Returns: The limit, or `.unlimited` if the license or grant does not name the unit. If no license fills the
    ///   base slot and there is no community grant, the limit is `.count(0)`.
    public func limit(of unit: LimitUnit) -> License.Limit {
        let rules = self.rules
        guard self.base.license != nil || rules.grant != nil else {
            return .count(0)
        }
        return rules.limits[unit] ?? .unlimited
    }

    /// Throws if the licenses do not allow you to add objects.
    ///
    /// Call this method in the transaction, or under the lock, in which you then add the objects. Otherwise, two callers can
    /// both pass the check and together exceed the limit.
    ///
    /// A unit that the base license does not name is not limited. This includes a misspelled unit, so define constants for
    /// your units.
    ///
    /// - Parameters:
    ///   - amounts: The number of each unit to add. Numbers below 1 are ignored.
    ///   - slot: The slot that the objects belong to. The limits of a module's plus license cover its own objects first.
    ///   - usage: The current usage, without the objects to add.
    /// - Throws: ``LicenseDenial`` with every reason.
    public func admit(
        _ amounts: [LimitUnit: Int],
        to slot: LicenseSlot,
        given usage: LicenseUsage
    ) throws(LicenseDenial) {
        try self.decision(adding: amounts, by: .operate(slot), given: usage).require()
    }

    /// Throws if the licenses do not allow a feature to add objects.
    ///
    /// Call this method in the transaction, or under the lock, in which you then add the objects. Otherwise, two callers can
    /// both pass the check and together exceed the limit.
    ///
    /// - Parameters:
    ///   - amounts: The number of each unit to add. Numbers below 1 are ignored.
    ///   - slot: The slot that the objects belong to. The limits of a module's plus license cover its own objects first.
    ///   - feature: The feature that adds the objects.
    ///   - usage: The current usage, without the objects to add.
    /// - Throws: ``LicenseDenial`` with every reason.
    public func admit(
        _ amounts: [LimitUnit: Int],
        to slot: LicenseSlot,
        feature: License.Feature,
        given usage: LicenseUsage
    ) throws(LicenseDenial) {
        try self.decision(adding: amounts, by: .operate(slot, feature: feature), given: usage).require()
    }

    /// Decides whether objects can be added, for example to disable a button.
    ///
    /// This method returns what ``admit(_:to:given:)`` throws.
    ///
    /// - Parameters:
    ///   - amounts: The number of each unit to add. Numbers below 1 are ignored.
    ///   - slot: The slot that the objects belong to.
    ///   - usage: The current usage, without the objects to add.
    /// - Returns: `allowed`, or a denial with every reason.
    public func decision(adding amounts: [LimitUnit: Int], to slot: LicenseSlot, given usage: LicenseUsage)
        -> LicenseDecision
    {
        self.decision(adding: amounts, by: .operate(slot), given: usage)
    }

    /// Decides whether a feature can add objects, for example to disable a button.
    ///
    /// This method returns what ``admit(_:to:feature:given:)`` throws.
    ///
    /// - Parameters:
    ///   - amounts: The number of each unit to add. Numbers below 1 are ignored.
    ///   - slot: The slot that the objects belong to.
    ///   - feature: The feature that adds the objects.
    ///   - usage: The current usage, without the objects to add.
    /// - Returns: `allowed`, or a denial with every reason.
    public func decision(
        adding amounts: [LimitUnit: Int],
        to slot: LicenseSlot,
        feature: License.Feature,
        given usage: LicenseUsage
    ) -> LicenseDecision {
        self.decision(adding: amounts, by: .operate(slot, feature: feature), given: usage)
    }

    /// Decides whether a capability can add objects to its slot.
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
        let limits = self.rules.limits
        // If no added unit has a limit, the sums over all modules are not needed.
        guard amounts.contains(where: { $0.value > 0 && limits[$0.key]?.count != nil }) else {
            return []
        }
        let before = CoveredUsage(of: self.modules, given: usage)
        let after = CoveredUsage(of: self.modules, given: usage, adding: amounts, to: slot)
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
    /// Creates the quota of a unit from the total usage and the usage that modules' licenses cover.
    init(_ unit: LimitUnit, _ licensed: License.Limit, given usage: LicenseUsage, _ covered: CoveredUsage) {
        self.init(
            unit: unit,
            licensed: licensed,
            used: max(0, usage.total[unit] ?? 0),
            coveredByModules: Int(clamping: covered[unit])
        )
    }
}
