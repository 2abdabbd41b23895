import LicenseModel

/// When answers turn from yes to no and back, the licenses being the same.
///
/// The base is followed once for all modules.
struct Turns {
    private let entitlements: Entitlements
    private let base: SlotHistory

    /// When the base lets modules be changed.
    private let licensedBase: AllowedTimes

    init(of entitlements: Entitlements) {
        self.entitlements = entitlements
        self.base = Self.history(of: .base, in: entitlements)
        self.licensedBase = AllowedTimes(self.base) { $0.state.isLicensed }
    }

    /// The first instant at which the answer about a capability is another, or `nil` where it never is.
    func turn(of capability: LicenseCapability) -> LicenseInstant? {
        self.turn(of: capability, capability.slot == .base ? self.base : self.history(of: capability.slot))
    }

    /// The same, with the history of the capability's slot at hand.
    func turn(of capability: LicenseCapability, _ history: SlotHistory) -> LicenseInstant? {
        switch (capability.operation, capability.slot) {
        case (.keepRunning, _), (.recover, _), (.view, .base):
            nil
        case (.operate, .base):
            // A base slot without a license stays so.
            self.entitlements.base.state == .empty ? nil : self.times(of: capability, history).turn
        case (.view, .module):
            self.times(of: capability, history).turn
        case (.operate, .module):
            self.times(of: capability, history).turn(whereAllowedBy: self.licensedBase)
        }
    }

    /// The history of a slot.
    func history(of slot: LicenseSlot) -> SlotHistory {
        Self.history(of: slot, in: self.entitlements)
    }

    private func times(of capability: LicenseCapability, _ history: SlotHistory) -> AllowedTimes {
        AllowedTimes(history) { stretch in
            guard stretch.state.isLicensed else {
                return false
            }
            guard let feature = capability.feature, let term = stretch.term else {
                return true
            }
            let license = self.entitlements.table.license(of: term)
            return license.features(in: history.slot)?.contains(feature) ?? true
        }
    }

    private static func history(of slot: LicenseSlot, in entitlements: Entitlements) -> SlotHistory {
        let places = entitlements.table.places(of: slot)
        return SlotHistory(of: slot, places, in: entitlements.table, from: entitlements.instant)
    }
}
