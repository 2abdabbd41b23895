import LicenseModel

/// Finds the next instant at which a decision changes between allowed and denied, if the licenses remain the same.
///
/// It computes the history of the base once, and uses it for all modules.
struct DecisionChanges {
    private let entitlements: Entitlements
    private let base: SlotHistory

    /// The times at which the base allows operations on modules.
    private let licensedBase: AllowedTimes

    init(of entitlements: Entitlements) {
        self.entitlements = entitlements
        self.base = Self.history(of: .base, in: entitlements)
        self.licensedBase = AllowedTimes(self.base) { $0.state.isLicensed }
    }

    /// Returns the first instant at which the decision about a capability changes, or `nil` if it never changes.
    func nextChange(of capability: LicenseCapability) -> LicenseInstant? {
        self.nextChange(of: capability, capability.slot == .base ? self.base : self.history(of: capability.slot))
    }

    /// Returns the first instant at which a decision changes, given the history of the capability's slot.
    func nextChange(of capability: LicenseCapability, _ history: SlotHistory) -> LicenseInstant? {
        switch (capability.operation, capability.slot) {
        case (.keepRunning, _), (.recover, _), (.view, .base):
            nil
        case (.operate, .base), (.view, .module):
            self.times(of: capability, history).nextChange
        case (.operate, .module):
            self.times(of: capability, history).nextChange(intersectedWith: self.licensedBase)
        }
    }

    /// Computes the history of a slot from the instant of the entitlements.
    func history(of slot: LicenseSlot) -> SlotHistory {
        Self.history(of: slot, in: self.entitlements)
    }

    private func times(of capability: LicenseCapability, _ history: SlotHistory) -> AllowedTimes {
        let community = history.slot == .base ? self.entitlements.configuration.community : nil
        return AllowedTimes(history) { period in
            if let community, community.applies(inPlaceOf: period.state) {
                return true
            }
            guard period.state.isLicensed else {
                return false
            }
            guard let feature = capability.feature, let term = period.term else {
                return true
            }
            let license = self.entitlements.table.license(of: term)
            return license.features(in: history.slot)?.contains(feature) ?? true
        }
    }

    private static func history(of slot: LicenseSlot, in entitlements: Entitlements) -> SlotHistory {
        let indices = entitlements.table.indices(of: slot)
        return SlotHistory(of: slot, indices, in: entitlements.table, from: entitlements.instant)
    }
}
