public import LicenseModel

extension Entitlements {
    /// The quota of each unit that the base licence limits, ordered by unit.
    ///
    /// Without a base licence: that a community grant limits.
    ///
    /// - Parameter usage: What is in use.
    /// - Returns: The quotas. A unit that is not among them is not limited.
    public func quotas(given usage: Usage) -> [Quota] {
        let absorption = Absorption(of: self.modules, given: usage)
        return Array(self.ruling.limits).ordered { $0.key < $1.key }
            .map { Quota($0.key, $0.value, given: usage, absorption) }
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

    private func shortages(adding amounts: [LimitUnit: Int], to slot: Slot, given usage: Usage) -> [LimitShortage] {
        let limits = self.ruling.limits
        // Without a limit on what is added, nothing is summed up.
        guard amounts.contains(where: { $0.value > 0 && limits[$0.key]?.isCount ?? false }) else {
            return []
        }
        let before = Absorption(of: self.modules, given: usage)
        let after = Absorption(of: self.modules, given: usage, adding: amounts, to: slot)
        return Array(amounts).ordered { $0.key < $1.key }
            .compactMap { unit, requested in
                guard requested > 0, case .count(let limit)? = limits[unit] else {
                    return nil
                }
                let total = UInt(clamping: usage.total[unit] ?? 0)
                let counted = (total + UInt(clamping: requested)).subtractingClamped(after[unit])
                guard counted > limit else {
                    return nil
                }
                let used = Int(clamping: total.subtractingClamped(before[unit]))
                return LimitShortage(unit: unit, limit: limit, used: used, requested: requested)
            }
    }
}

extension Quota {
    /// The quota of a unit.
    init(_ unit: LimitUnit, _ licensed: Limit, given usage: Usage, _ absorption: Absorption) {
        self.init(
            unit: unit,
            licensed: licensed,
            used: max(0, usage.total[unit] ?? 0),
            absorbed: Int(clamping: absorption[unit])
        )
    }
}

extension UInt {
    /// The difference, or 0 where it would be less.
    fileprivate func subtractingClamped(_ other: UInt) -> UInt {
        self > other ? self - other : 0
    }
}

extension Limit {
    /// Whether it is a number.
    fileprivate var isCount: Bool {
        self != .unlimited
    }
}
