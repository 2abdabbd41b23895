import LicenseModel

extension Entitlements {
    /// Decides whether a capability is allowed.
    ///
    /// - Parameter capability: The capability to check.
    /// - Returns: `allowed`, or a denial with every reason.
    public func decision(for capability: LicenseCapability) -> LicenseDecision {
        let reasons = self.reasons(against: capability)
        return reasons.isEmpty
            ? .allowed : .denied(LicenseDenial(capability, reasons: reasons, catalog: self.configuration.catalog))
    }

    /// Decides whether all capabilities of a list are allowed, which an empty list always is.
    ///
    /// - Parameter capabilities: The capabilities to check.
    /// - Returns: `allowed` if every capability is allowed. Otherwise a denial of the first capability that is not allowed,
    ///   with the reasons against all of them, in order and without duplicates.
    package func decision(forAllOf capabilities: [LicenseCapability]) -> LicenseDecision {
        var reasons: [DenialReason] = []
        var denied: LicenseCapability?
        for capability in capabilities {
            let against = self.reasons(against: capability)
            if denied == nil, !against.isEmpty {
                denied = capability
            }
            reasons += against.filter { !reasons.contains($0) }
        }
        guard let denied else {
            return .allowed
        }
        return .denied(
            LicenseDenial(denied, reasons: DenialReason.Code.ordered(reasons), catalog: self.configuration.catalog)
        )
    }

    /// Returns every reason to deny a capability, in order, or an empty array if it is allowed.
    @inline(never)
    func reasons(against capability: LicenseCapability) -> [DenialReason] {
        self.rules.reasons(against: capability, self[capability.slot])
    }
}
