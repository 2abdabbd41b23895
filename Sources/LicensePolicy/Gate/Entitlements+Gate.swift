import LicenseModel

extension Entitlements {
    /// Whether each of some capabilities is allowed.
    func allows(_ capabilities: [LicenseCapability]) -> Bool {
        capabilities.allSatisfy { self.reasons(against: $0).isEmpty }
    }

    /// Whether all that is worth telling is the same as in another evaluation.
    ///
    /// Days that remain are not: they change daily.
    package func answersAlike(_ other: Entitlements) -> Bool {
        self.base.standsAlike(other.base)
            && self.modules.elementsEqual(other.modules) { $0.slot == $1.slot && $0.standsAlike($1) }
            && self.reminders.map(\.id) == other.reminders.map(\.id)
            && self.findings == other.findings
            && Set(self.table.excluded.map(\.license.payloadDigest))
                == Set(other.table.excluded.map(\.license.payloadDigest))
    }
}

extension SlotEntitlement {
    fileprivate func standsAlike(_ other: SlotEntitlement) -> Bool {
        self.state == other.state && self.license == other.license && self.coveredUntil == other.coveredUntil
    }
}
