import LicenseModel

extension Entitlements {
    /// Returns whether all of the given capabilities are allowed.
    func allows(_ capabilities: [LicenseCapability]) -> Bool {
        capabilities.allSatisfy { self.reasons(against: $0).isEmpty }
    }

    /// Returns whether an observer would see no change between these entitlements and others.
    ///
    /// The remaining days are ignored, because they change every day.
    package func isEquivalent(to other: Entitlements) -> Bool {
        self.base.isEquivalent(to: other.base)
            && self.modules.elementsEqual(other.modules) { $0.slot == $1.slot && $0.isEquivalent(to: $1) }
            && self.reminders.map(\.id) == other.reminders.map(\.id)
            && self.findings == other.findings
            && Set(self.table.excluded.map(\.license.payloadDigest))
                == Set(other.table.excluded.map(\.license.payloadDigest))
    }
}

extension SlotEntitlement {
    fileprivate func isEquivalent(to other: SlotEntitlement) -> Bool {
        self.state == other.state && self.license == other.license && self.coveredUntil == other.coveredUntil
    }
}
