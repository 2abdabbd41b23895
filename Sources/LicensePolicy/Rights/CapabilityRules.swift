import LicenseModel

/// The rules that decide about a capability from the entitlements of the base and of the capability's slot alone.
struct CapabilityRules {
    /// The entitlement of the base.
    let base: SlotEntitlement

    /// The source of the product's configuration and of the excluded licenses, but not of the slots.
    let entitlements: Entitlements

    /// Returns every reason to deny a capability, in order.
    ///
    /// - Parameters:
    ///   - capability: The capability to check.
    ///   - entitlement: The entitlement of the capability's slot.
    /// - Returns: The reasons, or an empty array if the capability is allowed.
    func reasons(against capability: LicenseCapability, _ entitlement: SlotEntitlement) -> [DenialReason] {
        switch (capability.operation, capability.slot) {
        case (.keepRunning, _), (.recover, _), (.view, .base):
            []
        case (.view, .module):
            self.reasons(of: entitlement) + Self.reasons(ofFeature: capability.feature, entitlement)
        case (.operate, .base):
            self.grant == nil
                ? self.reasonsOfBase() + Self.reasons(ofFeature: capability.feature, entitlement) : []
        case (.operate, .module):
            self.reasonsOfBase() + self.reasons(of: entitlement)
                + Self.reasons(ofFeature: capability.feature, entitlement)
        }
    }

    /// The community grant that applies in place of the base license, or `nil` if none does.
    var grant: CommunityGrant? {
        self.entitlements.configuration.community.flatMap { $0.applies(inPlaceOf: self.base.state) ? $0 : nil }
    }

    /// The limits on additions, by the community grant that applies or by the base license.
    ///
    /// A unit that is not named is not limited.
    var limits: [LimitUnit: License.Limit] {
        self.grant?.limits ?? self.base.license?.limits ?? [:]
    }

    /// The only features that the core permits, or `nil` if it permits all.
    var coreFeatures: Set<License.Feature>? {
        self.grant == nil ? self.base.features : nil
    }

    /// Returns the reasons of the base slot to deny operations on any module.
    func reasonsOfBase() -> [DenialReason] {
        self.reasons(of: self.base)
    }

    /// Returns the reason why a slot has no license that is current or in its grace period, or an empty array if it has
    /// one.
    private func reasons(of entitlement: SlotEntitlement) -> [DenialReason] {
        let slot = entitlement.slot
        guard let license = entitlement.license else {
            let missing = DenialReason(slot == .base ? .baseMissing : .moduleNotActivated, slot)
            return [self.entitlements.table.exclusion(of: slot)?.reason(against: slot) ?? missing]
        }
        switch entitlement.state {
        case .pending:
            let code: DenialReason.Code = slot == .base ? .baseNotYetValid : .moduleNotYetValid
            return [DenialReason(code, slot, licenseID: license.id, instant: license.notBefore)]
        case .expired:
            let code: DenialReason.Code = slot == .base ? .baseExpired : .moduleExpired
            let end = license.expiredFrom ?? entitlement.instant
            return [DenialReason(code, slot, licenseID: license.id, instant: end)]
        case .current, .grace, .empty:
            return []
        }
    }

    private static func reasons(ofFeature feature: License.Feature?, _ entitlement: SlotEntitlement) -> [DenialReason] {
        guard let feature, let license = entitlement.license, let features = entitlement.features,
            !features.contains(feature)
        else {
            return []
        }
        return [DenialReason(.featureNotIncluded, entitlement.slot, licenseID: license.id, feature: feature)]
    }
}
