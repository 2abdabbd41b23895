extension UsageLedger {
    /// Creates an empty ledger that uses the entitlements of a gate.
    ///
    /// - Parameter gate: The gate whose current entitlements decide on each addition.
    public convenience init(gate: LicenseGate) {
        self.init { gate.entitlements }
    }
}
