public import LicenseModel

extension Entitlements {
    /// Answers 'may I?' (licence guide, rows 15 to 18 and 39 to 50).
    ///
    /// - Parameter capability: What is asked for.
    /// - Returns: Yes, or no with every reason.
    public func decision(for capability: Capability) -> Decision {
        let reasons = self.reasons(against: capability)
        return reasons.isEmpty ? .allowed : .denied(LicenseDenial(capability: capability, reasons: reasons))
    }

    /// Answers 'may I?' for several things at once.
    ///
    /// - Parameter capabilities: What is asked for.
    /// - Returns: Yes where each of them is allowed, or no with every reason against any of them, each once and in order.
    public func decision(forAllOf capabilities: [Capability]) -> Decision {
        var reasons: [DenialReason] = []
        var denied: Capability?
        for capability in capabilities {
            let against = self.reasons(against: capability)
            if denied == nil, !against.isEmpty {
                denied = capability
            }
            for reason in against where !reasons.contains(reason) {
                reasons.append(reason)
            }
        }
        guard let denied else {
            return .allowed
        }
        let ordered = DenialReason.Code.allCases.flatMap { code in reasons.filter { $0.code == code } }
        return .denied(LicenseDenial(capability: denied, reasons: ordered))
    }

    /// Every reason against something, in order.
    func reasons(against capability: Capability) -> [DenialReason] {
        switch (capability.operation, capability.slot) {
        case (.keepRunning, _), (.recover, _), (.view, .base):
            return []
        case (.view, .module(let module)):
            return self.reasonsOfModule(module) + self.reasonsOfFeature(capability)
        case (.operate, .base):
            let isCommunity = self.base.state == .empty && self.configuration.community != nil
            return (isCommunity ? [] : self.reasonsOfBase()) + self.reasonsOfFeature(capability)
        case (.operate, .module(let module)):
            return self.reasonsOfBase() + self.reasonsOfModule(module) + self.reasonsOfFeature(capability)
        }
    }

    private func reasonsOfBase() -> [DenialReason] {
        guard let license = self.base.license else {
            guard let leftOut = self.leftOutLicense(of: .base), let updatesUntil = leftOut.updatesUntil else {
                return [.baseMissing]
            }
            return [.baseBuildNotCovered(leftOut.id, updatesUntil: updatesUntil)]
        }
        switch self.base.state {
        case .pending: return [.baseNotYetValid(license.id, from: license.notBefore)]
        case .expired: return [.baseExpired(license.id, since: license.expiredFrom ?? self.instant)]
        case .inForce, .grace, .empty: return []
        }
    }

    private func reasonsOfModule(_ module: Module) -> [DenialReason] {
        let standing = self[.module(module)]
        guard let license = standing.license else {
            guard let leftOut = self.leftOutLicense(of: .module(module)), let updatesUntil = leftOut.updatesUntil else {
                return [.moduleNotActivated(module)]
            }
            return [.moduleBuildNotCovered(module, leftOut.id, updatesUntil: updatesUntil)]
        }
        switch standing.state {
        case .pending: return [.moduleNotYetValid(module, license.id, from: license.notBefore)]
        case .expired: return [.moduleExpired(module, license.id, since: license.expiredFrom ?? self.instant)]
        case .inForce, .grace, .empty: return []
        }
    }

    private func reasonsOfFeature(_ capability: Capability) -> [DenialReason] {
        guard let feature = capability.feature else {
            return []
        }
        let standing = self[capability.slot]
        guard let license = standing.license, let features = standing.features, !features.contains(feature) else {
            return []
        }
        return [.featureNotIncluded(feature, license.id)]
    }
}
