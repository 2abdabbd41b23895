extension LicenseGate {
    /// Returns a sequence of the gate's entitlements: the current ones first, then the new ones after each change.
    ///
    /// A change is an update of the licenses, or an instant at which a status, menu entry, reminder or decision
    /// changes. A slow reader skips intermediate states and gets the newest one.
    ///
    /// The sequence does not keep the gate alive, and ends when the gate is deinitialized. You can cancel the task that
    /// reads the sequence at any time, even during an update.
    ///
    /// ```swift
    /// for await entitlements in gate.states() {
    ///     page.show(entitlements.base.status)
    /// }
    /// ```
    ///
    /// - Returns: A sequence of entitlements. Each iterator starts with the state at the time of its creation.
    public func states() -> LicenseGateStates {
        LicenseGateStates { [weak self] in self }
    }

    /// Returns a sequence of the changes to the gate's entitlements, starting at this call.
    ///
    /// Slow readers, the end of the gate and cancellation are handled as for ``states()``.
    ///
    /// ```swift
    /// for await change in gate.changes() {
    ///     for difference in change.differences() {
    ///         logger.notice("License state changed: \(difference)")
    ///     }
    /// }
    /// ```
    ///
    /// - Returns: A sequence of changes. It includes changes between this call and the first read.
    public func changes() -> LicenseGateChanges {
        LicenseGateChanges(self.states(), since: self.entitlements)
    }
}
