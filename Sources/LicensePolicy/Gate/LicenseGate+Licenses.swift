public import LicenseModel

extension LicenseGate {
    /// The licenses that the gate has, each once, in the order in which it was given them.
    ///
    /// To change them, ``modify(_:)``: another thread may change them at the same time.
    public var licenses: [License] {
        self.loaded().licenses
    }

    /// Changes the licenses that the gate has, and loses no change that another thread makes at the same time.
    ///
    /// ```swift
    /// let file = try verifier.verify(contents: upload)
    /// gate.modify { $0 += file.licenses }    // one that is there already stays there once
    /// gate.modify { $0.removeAll { $0.id == id } }
    /// ```
    ///
    /// - Parameter change: Changes the licenses. It runs without a lock, and once more each time that another change came
    ///   first. What it throws leaves the licenses as they are.
    /// - Returns: What the closure returned the last time.
    /// - Throws: What the closure throws.
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
