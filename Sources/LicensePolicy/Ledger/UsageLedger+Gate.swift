extension UsageLedger {
    /// Creates an empty ledger that uses the entitlements of a gate.
    ///
    /// - Parameter gate: The gate. Each addition is checked against its current entitlements.
    public convenience init(gate: LicenseGate) {
        self.init { gate.entitlements }
    }
}
