import LicenseModel

/// Decides from the status of the base and of one slot, without the others.
struct Ruling {
    /// The status of the base.
    let base: SlotStanding

    /// What the product decided.
    let configuration: PolicyConfiguration

    /// The licenses, for those that were left out.
    let table: SlotTable

    /// Every reason against something, in order.
    ///
    /// - Parameters:
    ///   - capability: What is asked for.
    ///   - standing: The status of its slot.
    /// - Returns: The reasons. Empty where it is allowed.
    func reasons(against capability: Capability, _ standing: SlotStanding) -> [DenialReason] {
        switch (capability.operation, capability.slot) {
        case (.keepRunning, _), (.recover, _), (.view, .base):
            []
        case (.view, .module(let module)):
            self.reasons(ofModule: module, standing) + Self.reasons(ofFeature: capability.feature, standing)
        case (.operate, .base):
            (self.isCommunity ? [] : self.reasonsOfBase()) + Self.reasons(ofFeature: capability.feature, standing)
        case (.operate, .module(let module)):
            self.reasonsOfBase() + self.reasons(ofModule: module, standing)
                + Self.reasons(ofFeature: capability.feature, standing)
        }
    }

    /// Whether the community grant stands in for a base license.
    var isCommunity: Bool {
        self.base.state == .empty && self.configuration.community != nil
    }

    /// The limits on additions.
    var limits: [LimitUnit: Limit] {
        self.base.license?.limits ?? self.configuration.community?.limits ?? [:]
    }

    /// The reasons against changing a module that the base gives.
    func reasonsOfBase() -> [DenialReason] {
        guard let license = self.base.license else {
            guard let leftOut = self.table.leftOut(of: .base), let updatesUntil = leftOut.updatesUntil else {
                return [.baseMissing]
            }
            return [.baseBuildNotCovered(leftOut.id, updatesUntil: updatesUntil)]
        }
        switch self.base.state {
        case .pending: return [.baseNotYetValid(license.id, from: license.notBefore)]
        case .expired: return [.baseExpired(license.id, since: license.expiredFrom ?? self.base.instant)]
        case .inForce, .grace, .empty: return []
        }
    }

    private func reasons(ofModule module: Module, _ standing: SlotStanding) -> [DenialReason] {
        guard let license = standing.license else {
            guard let leftOut = self.table.leftOut(of: .module(module)), let updatesUntil = leftOut.updatesUntil else {
                return [.moduleNotActivated(module)]
            }
            return [.moduleBuildNotCovered(module, leftOut.id, updatesUntil: updatesUntil)]
        }
        switch standing.state {
        case .pending: return [.moduleNotYetValid(module, license.id, from: license.notBefore)]
        case .expired: return [.moduleExpired(module, license.id, since: license.expiredFrom ?? standing.instant)]
        case .inForce, .grace, .empty: return []
        }
    }

    private static func reasons(ofFeature feature: Feature?, _ standing: SlotStanding) -> [DenialReason] {
        guard let feature, let license = standing.license, let features = standing.features,
            !features.contains(feature)
        else {
            return []
        }
        return [.featureNotIncluded(feature, license.id)]
    }
}
