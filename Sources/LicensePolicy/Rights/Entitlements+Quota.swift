public import LicenseModel

extension Entitlements {
    /// The quota of each unit that the base licence limits, ordered by unit.
    ///
    /// Without a base licence: that a community grant limits.
    ///
    /// - Parameter usage: What is in use.
    /// - Returns: The quotas. A unit that is not among them is not limited.
    public func quotas(given usage: Usage) -> [Quota] {
        Array(self.limits).ordered { $0.key < $1.key }
            .map { unit, limit in
                let use = self.use(of: unit, given: usage)
                return Quota(
                    unit: unit,
                    licensed: limit,
                    used: Int(clamping: use.total),
                    absorbed: Int(clamping: use.absorbed)
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
        if case .denied(let denial) = self.decision(adding: amounts, to: slot, feature: feature, given: usage) {
            throw denial
        }
    }

    /// What ``admit(_:to:feature:given:)`` decides, as a value.
    package func decision(
        adding amounts: [LimitUnit: Int],
        to slot: Slot,
        feature: Feature? = nil,
        given usage: Usage
    ) -> Decision {
        let capability = Capability.operate(slot, feature: feature)
        var reasons = self.reasons(against: capability)
        let shortages = self.shortages(adding: amounts, to: slot, given: usage)
        if !shortages.isEmpty {
            reasons.append(.limitReached(shortages))
        }
        return reasons.isEmpty ? .allowed : .denied(LicenseDenial(capability: capability, reasons: reasons))
    }

    private var limits: [LimitUnit: Limit] {
        self.base.license?.limits ?? self.configuration.community?.limits ?? [:]
    }

    private func shortages(adding amounts: [LimitUnit: Int], to slot: Slot, given usage: Usage) -> [LimitShortage] {
        Array(amounts).ordered { $0.key < $1.key }
            .compactMap { unit, requested in
                guard requested > 0, case .count(let limit)? = self.limits[unit],
                    self.use(of: unit, given: usage, adding: requested, to: slot).counted > limit
                else {
                    return nil
                }
                let used = Int(clamping: self.use(of: unit, given: usage).counted)
                return LimitShortage(unit: unit, limit: limit, used: used, requested: requested)
            }
    }

    /// What is in use of a unit, with an addition to a slot.
    ///
    /// What modules' licences absorb is each up to its allowance, which all modules share for which the licence is
    /// effective.
    private func use(
        of unit: LimitUnit,
        given usage: Usage,
        adding addition: Int = 0,
        to slot: Slot = .base
    ) -> (total: UInt, absorbed: UInt, counted: UInt) {
        var uses: [PayloadDigest: (allowance: Limit, use: UInt)] = [:]
        for standing in self.modules where standing.state.isLicensed {
            guard let module = standing.slot.module, let license = standing.license, license.category == .plus,
                let allowance = license.limits[unit]
            else {
                continue
            }
            let use = UInt(clamping: usage.modules[module]?[unit] ?? 0)
            uses[license.payloadDigest, default: (allowance, 0)].use
                .addClamped(use + (standing.slot == slot ? UInt(clamping: addition) : 0))
        }
        var absorbed: UInt = 0
        for (allowance, use) in uses.values {
            switch allowance {
            case .unlimited: absorbed.addClamped(use)
            case .count(let count): absorbed.addClamped(min(UInt(clamping: count), use))
            }
        }
        let total = UInt(clamping: usage.total[unit] ?? 0) + UInt(clamping: addition)
        return (total, absorbed, total > absorbed ? total - absorbed : 0)
    }
}

extension UInt {
    /// Adds a number, up to the greatest there is.
    ///
    /// The sum of two `Int`s always fits.
    fileprivate mutating func addClamped(_ other: UInt) {
        let (sum, overflow) = self.addingReportingOverflow(other)
        self = overflow ? .max : sum
    }
}
