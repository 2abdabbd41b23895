import LicenseModel

extension License {
    /// Returns whether another license of a slot has a greater limit for some unit, or a feature that this license lacks.
    ///
    /// The limits of two base licenses are compared for the base, and those of two plus licenses for a module. Other limits
    /// are not comparable.
    func grantsLess(than other: License, in slot: LicenseSlot) -> Bool {
        if let features = self.features(in: slot), other.features(in: slot).map({ !$0.isSubset(of: features) }) ?? true
        {
            return true
        }
        guard slot != .base else {
            return self.limits.contains { $0.value.isLess(than: other.limit(of: $0.key, in: slot)) }
        }
        return self.category == .plus && other.category == .plus
            && other.limits.contains { self.limit(of: $0.key, in: slot).isLess(than: $0.value) }
    }

    /// Returns the limit of a unit that the license does or does not name.
    ///
    /// A unit that it does not name is unlimited for the base, and not granted to a module.
    func limit(of unit: LimitUnit, in slot: LicenseSlot) -> License.Limit {
        self.limits[unit] ?? (slot == .base ? .unlimited : .count(0))
    }
}

extension License.Limit {
    /// Returns whether the limit is lower than another limit.
    func isLess(than other: License.Limit) -> Bool {
        switch (self, other) {
        case (.count(let count), .count(let other)): count < other
        case (.count, .unlimited): true
        case (.unlimited, _): false
        }
    }
}
