extension LicenseGate {
    /// Follows what the licenses grant: the current state first, then each new one.
    ///
    /// A new state comes with an update, and at each instant at which a status, a menu entry, a reminder or a decision changes.
    /// A slow reader sees the newest state, not each one between. The sequence ends with the gate, which it does not keep.
    /// Canceling the task that reads it is safe at any moment, also while an update runs.
    ///
    /// ```swift
    /// for await entitlements in gate.states() {
    ///     page.show(entitlements.base.status)
    /// }
    /// ```
    ///
    /// - Returns: The states. Each iterator starts to follow the gate when it is made.
    public func states() -> LicenseGateStates {
        LicenseGateStates { [weak self] in self }
    }

    /// Follows the changes of what the licenses grant, from this call on.
    ///
    /// What ``states()`` says of readers, the gate's end and cancellation goes for changes, too.
    ///
    /// ```swift
    /// for await change in gate.changes() {
    ///     for difference in change.differences() {
    ///         logger.notice("License state changed: \(difference)")
    ///     }
    /// }
    /// ```
    ///
    /// - Returns: The changes since this call, however late they are read.
    public func changes() -> LicenseGateChanges {
        LicenseGateChanges(self.states(), since: self.entitlements)
    }
}
