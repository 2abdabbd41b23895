import LicenseModel

extension Entitlements {
    /// Decides whether a capability is allowed.
    ///
    /// - Parameter capability: What is asked for.
    /// - Returns: Yes, or no with every reason.
    public func decision(for capability: LicenseCapability) -> LicenseDecision {
        let reasons = self.reasons(against: capability)
        return reasons.isEmpty
            ? .allowed : .denied(LicenseDenial(capability, reasons: reasons, catalog: self.configuration.catalog))
    }

    /// Decides whether several capabilities are allowed at once.
    ///
    /// - Parameters:
    ///   - first: What is asked for.
    ///   - others: What else is asked for.
    /// - Returns: Yes if each of them is allowed, or no with every reason against any of them, each once and in order.
    public func decision(for first: LicenseCapability, and others: [LicenseCapability]) -> LicenseDecision {
        self.decision(forAllOf: [first] + others)
    }

    /// Decides whether some capabilities are allowed at once, which those of a check are at least one.
    package func decision(forAllOf capabilities: [LicenseCapability]) -> LicenseDecision {
        var reasons: [DenialReason] = []
        var known: Set<DenialReason> = []
        var denied: LicenseCapability?
        for capability in capabilities {
            let against = self.reasons(against: capability)
            if denied == nil, !against.isEmpty {
                denied = capability
            }
            reasons += against.filter { known.insert($0).inserted }
        }
        guard let denied else {
            return .allowed
        }
        return .denied(
            LicenseDenial(denied, reasons: DenialReason.Code.ordered(reasons), catalog: self.configuration.catalog)
        )
    }

    /// Every reason against something, in order.
    @inline(never)
    func reasons(against capability: LicenseCapability) -> [DenialReason] {
        self.ruling.reasons(against: capability, self[capability.slot])
    }
}
