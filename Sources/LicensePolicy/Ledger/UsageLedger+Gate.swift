extension UsageLedger {
    /// Makes a ledger without items, which asks a gate what is licensed.
    ///
    /// - Parameter gate: The gate.
    public convenience init(gate: LicenseGate) {
        self.init { gate.entitlements }
    }
}
