public import LicenseModel

extension LicenseGate {
    /// The loaded licenses in the order in which they were passed, without duplicates.
    ///
    /// To change them, call ``modify(_:)``, because another thread can change them at the same time.
    public var licenses: [License] {
        self.loaded().licenses
    }

    /// Changes the loaded licenses without losing a concurrent change by another thread.
    ///
    /// ```swift
    /// let file = try verifier.verify(contents: upload)
    /// gate.modify { $0 += file.licenses }    // duplicates are ignored
    /// gate.modify { $0.removeAll { $0.id == id } }
    /// ```
    ///
    /// - Parameter change: A closure that changes the licenses. It runs without a lock, and runs again if another
    ///   thread has changed the licenses in the meantime. If it throws, the licenses do not change.
    /// - Returns: The return value of the closure's last run.
    /// - Throws: The error that the closure throws.
    @discardableResult
    public func modify<Result, Failure>(_ change: (inout [License]) throws(Failure) -> Result) throws(Failure) -> Result
    {
        while true {
            let (old, generation) = self.loaded()
            var licenses = old
            let result = try change(&licenses)
            if self.replace(by: licenses, ifStill: generation) {
                return result
            }
        }
    }
}
