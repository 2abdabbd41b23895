public import LicenseModel

extension Entitlements {
    /// The quota of each unit that the base licence limits, ordered by unit.
    ///
    /// Without a base licence: that a community grant limits.
    ///
    /// - Parameter usage: What is in use.
    /// - Returns: The quotas. A unit that is not among them is not limited.
    public func quotas(given usage: Usage) -> [Quota] {
        self.limits.sorted { $0.key < $1.key }
            .map { unit, limit in
                Quota(
                    unit: unit,
                    licensed: limit,
                    used: usage.total(of: unit),
                    absorbed: self.absorbed(of: unit, given: usage)
                )
            }
    }

    /// Decides whether objects may be added, in the same transaction or under the same lock in which they are then added.
    ///
    /// - Parameters:
    ///   - amounts: How many of each unit to add, 1 or more; a number below 1 adds nothing.
    ///   - slot: To what they belong. A module's own objects count against its licence first.
    ///   - feature: The function that adds them, if licences may name it.
    ///   - usage: What is in use now.
    /// - Throws: ``LicenseModel/LicenseDenial`` with every reason against it.
    public func admit(
        _ amounts: [LimitUnit: Int],
        to slot: Slot,
        feature: Feature? = nil,
        given usage: Usage
    ) throws(LicenseDenial) {
        let capability = Capability.operate(slot, feature: feature)
        var reasons = self.reasons(against: capability)
        let shortages = self.shortages(adding: amounts, to: slot, given: usage)
        if !shortages.isEmpty {
            reasons.append(.limitReached(shortages))
        }
        guard reasons.isEmpty else {
            throw LicenseDenial(capability: capability, reasons: reasons)
        }
    }

    private var limits: [LimitUnit: Limit] {
        self.base.license?.limits ?? self.configuration.community?.limits ?? [:]
    }

    private func shortages(adding amounts: [LimitUnit: Int], to slot: Slot, given usage: Usage) -> [LimitShortage] {
        amounts.sorted { $0.key < $1.key }
            .compactMap { unit, requested in
                guard requested > 0, case .count(let limit)? = self.limits[unit] else {
                    return nil
                }
                let after = self.counted(of: unit, given: usage.adding(requested, of: unit, to: slot))
                guard after > limit else {
                    return nil
                }
                let used = self.counted(of: unit, given: usage)
                return LimitShortage(unit: unit, limit: limit, used: used, requested: requested)
            }
    }

    private func counted(of unit: LimitUnit, given usage: Usage) -> Int {
        max(0, usage.total(of: unit) - self.absorbed(of: unit, given: usage))
    }

    /// How many of a unit the modules' licences cover: each up to its allowance, which all modules share for which the
    /// licence is effective.
    private func absorbed(of unit: LimitUnit, given usage: Usage) -> Int {
        var uses: [PayloadDigest: (allowance: Limit, use: Int)] = [:]
        for standing in self.modules where standing.state.isLicensed {
            guard let module = standing.slot.module, let license = standing.license, license.category == .plus,
                let allowance = license.limits[unit]
            else {
                continue
            }
            let use = usage.use(of: unit, by: module)
            uses[license.payloadDigest, default: (allowance, 0)].use.addClamped(use)
        }
        return uses.values.reduce(0) { sum, entry in
            switch entry.allowance {
            case .unlimited: sum.addingClamped(entry.use)
            case .count(let allowance): sum.addingClamped(min(allowance, entry.use))
            }
        }
    }
}

extension Int {
    fileprivate mutating func addClamped(_ other: Int) {
        self = self.addingClamped(other)
    }
}
