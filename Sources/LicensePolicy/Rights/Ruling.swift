import LicenseModel

/// Decides from the status of the base and of one slot, without the others.
struct Ruling {
    /// The status of the base.
    let base: SlotEntitlement

    /// What the product decided, and the licenses that were excluded.
    let entitlements: Entitlements

    /// Every reason against something, in order.
    ///
    /// - Parameters:
    ///   - capability: What is asked for.
    ///   - standing: The status of its slot.
    /// - Returns: The reasons. Empty where it is allowed.
    func reasons(against capability: LicenseCapability, _ standing: SlotEntitlement) -> [DenialReason] {
        switch (capability.operation, capability.slot) {
        case (.keepRunning, _), (.recover, _), (.view, .base):
            []
        case (.view, .module):
            self.reasons(of: standing) + Self.reasons(ofFeature: capability.feature, standing)
        case (.operate, .base):
            (self.isCommunity ? [] : self.reasonsOfBase()) + Self.reasons(ofFeature: capability.feature, standing)
        case (.operate, .module):
            self.reasonsOfBase() + self.reasons(of: standing) + Self.reasons(ofFeature: capability.feature, standing)
        }
    }

    /// Whether the community grant stands in for a base license.
    var isCommunity: Bool {
        self.base.state == .empty && self.entitlements.configuration.community != nil
    }

    /// The limits on additions.
    var limits: [LimitUnit: License.Limit] {
        self.base.license?.limits ?? self.entitlements.configuration.community?.limits ?? [:]
    }

    /// The reasons against changing a module that the base gives.
    func reasonsOfBase() -> [DenialReason] {
        self.reasons(of: self.base)
    }

    /// The reason of a slot without a license that counts, if it is such a slot.
    private func reasons(of standing: SlotEntitlement) -> [DenialReason] {
        let slot = standing.slot
        guard let license = standing.license else {
            let missing = DenialReason(slot == .base ? .baseMissing : .moduleNotActivated, slot)
            return [self.entitlements.table.exclusion(of: slot)?.reason(against: slot) ?? missing]
        }
        switch standing.state {
        case .pending:
            let code: DenialReason.Code = slot == .base ? .baseNotYetValid : .moduleNotYetValid
            return [DenialReason(code, slot, licenseID: license.id, instant: license.notBefore)]
        case .expired:
            let code: DenialReason.Code = slot == .base ? .baseExpired : .moduleExpired
            let end = license.expiredFrom ?? standing.instant
            return [DenialReason(code, slot, licenseID: license.id, instant: end)]
        case .inForce, .grace, .empty:
            return []
        }
    }

    private static func reasons(ofFeature feature: License.Feature?, _ standing: SlotEntitlement) -> [DenialReason] {
        guard let feature, let license = standing.license, let features = standing.features,
            !features.contains(feature)
        else {
            return []
        }
        return [DenialReason(.featureNotIncluded, standing.slot, licenseID: license.id, feature: feature)]
    }
}
