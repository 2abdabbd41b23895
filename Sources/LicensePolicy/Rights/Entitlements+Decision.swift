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
        var reasons: [DenialReason.Code: [DenialReason]] = [:]
        var known: Set<DenialReason> = []
        var denied: Capability?
        for capability in capabilities {
            let against = self.reasons(against: capability)
            if denied == nil, !against.isEmpty {
                denied = capability
            }
            for reason in against where known.insert(reason).inserted {
                reasons[reason.code, default: []].append(reason)
            }
        }
        guard let denied else {
            return .allowed
        }
        let ordered = DenialReason.Code.allCases.flatMap { reasons[$0] ?? [] }
        return .denied(LicenseDenial(capability: denied, reasons: ordered))
    }

    /// Every reason against something, in order.
    func reasons(against capability: Capability) -> [DenialReason] {
        self.ruling.reasons(against: capability, self[capability.slot])
    }
}
