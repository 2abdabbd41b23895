extension LicenseGate {
    /// Writes down what is granted now, for other services and for pages, with all of the gate's ``findings``.
    ///
    /// ```swift
    /// router.get("license") { _, _ in try encoder.encode(gate.report(given: ledger.usage)) }
    /// ```
    ///
    /// - Parameter usage: What is in use. Without it, the report has no quotas.
    /// - Returns: The report.
    public func report(given usage: LicenseUsage? = nil) -> EntitlementsReport {
        let (entitlements, findings) = self.current()
        return EntitlementsReport(entitlements, findings, given: usage)
    }

    /// Explains everything now: which license grants or refuses what, until when, and what would fix it, with all of the gate's
    /// ``findings``.
    ///
    /// - Returns: The explanation.
    public func explanation() -> EntitlementsExplanation {
        let (entitlements, findings) = self.current()
        return entitlements.explanation(findings)
    }
}
