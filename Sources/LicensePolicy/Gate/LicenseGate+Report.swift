extension LicenseGate {
    /// Creates a report of the current entitlements and ``findings``, for other services and user interfaces.
    ///
    /// ```swift
    /// router.get("license") { _, _ in try encoder.encode(gate.report(given: ledger.usage)) }
    /// ```
    ///
    /// - Parameter usage: The current usage. If it is `nil`, the report has no quotas.
    /// - Returns: A report that can be encoded as JSON.
    public func report(given usage: LicenseUsage? = nil) -> EntitlementsReport {
        let (entitlements, findings) = self.current()
        return EntitlementsReport(entitlements, findings, given: usage)
    }

    /// Explains the status of every slot, the role of every license, and each denial with its remedies.
    ///
    /// - Parameter usage: The number of units in use. Without it, the explanation has limits, but no quotas.
    /// - Returns: The explanation, with all ``findings`` of the gate.
    public func explanation(given usage: LicenseUsage? = nil) -> EntitlementsExplanation {
        let (entitlements, findings) = self.current()
        return entitlements.explanation(findings, given: usage)
    }
}
