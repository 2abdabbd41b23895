import LicenseModel

extension Entitlements {
    /// Returns the limits and feature lists that grant less in other entitlements, slot by slot.
    ///
    /// The limits of the base are those on additions, and the limits of a module those within which its plus license covers
    /// its own objects. A slot that has all features and keeps only listed ones has a lower feature list.
    ///
    /// - Parameter other: The entitlements after a change.
    /// - Returns: The changes, with the aspects `EntitlementChange.Aspect.limit` and
    ///   `EntitlementChange.Aspect.features`.
    func lowered(in other: Entitlements) -> [EntitlementChange] {
        // A pending base license does not grant its limits yet, so they cannot decrease.
        let isGranted = self.base.state != .pending || self.communityGrant != nil
        let units = isGranted ? Array(self.rules.limits.keys) + Array(other.rules.limits.keys) : []
        var lowered = units.distinct().flatMap { Self.lowered(.base, $0, self.limit(of: $0), other.limit(of: $0)) }
        if self.allows([.operate(.base)]), other.allows([.operate(.base)]), self.rules.coreFeatures == nil {
            lowered += Self.lowered(.base, other.rules.coreFeatures)
        }
        for slot in self.modules {
            let next = other[slot.slot]
            let (limits, newLimits) = (slot.allowances, next.allowances)
            for unit in limits.keys.ordered() {
                lowered += Self.lowered(slot.slot, unit, limits[unit] ?? .count(0), newLimits[unit] ?? .count(0))
            }
            if slot.state.isLicensed, next.state.isLicensed, slot.features == nil {
                lowered += Self.lowered(slot.slot, next.features)
            }
        }
        return lowered
    }

    private static func lowered(
        _ slot: LicenseSlot,
        _ unit: LimitUnit,
        _ limit: License.Limit,
        _ newLimit: License.Limit
    ) -> [EntitlementChange] {
        guard newLimit.isLess(than: limit) else {
            return []
        }
        return [
            EntitlementChange(
                .limit,
                slot,
                unit: unit,
                from: EntitlementChange.Value(kind: .limit(limit)),
                to: EntitlementChange.Value(kind: .limit(newLimit))
            )
        ]
    }

    private static func lowered(_ slot: LicenseSlot, _ features: Set<License.Feature>?) -> [EntitlementChange] {
        guard let features else {
            return []
        }
        let names = Array(features).distinct().map(\.rawValue)
        return [
            EntitlementChange(
                .features,
                slot,
                from: EntitlementChange.Value(kind: .text("all")),
                to: EntitlementChange.Value(kind: .names(names))
            )
        ]
    }
}

extension SlotEntitlement {
    /// The limits within which a module's plus license covers the module's own objects.
    ///
    /// Empty if the license is not a plus license, or is neither valid nor in its grace period.
    var allowances: [LimitUnit: License.Limit] {
        guard self.state.isLicensed, let license = self.license, license.category == .plus else {
            return [:]
        }
        return license.limits
    }
}
