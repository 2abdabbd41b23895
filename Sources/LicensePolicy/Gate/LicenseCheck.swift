/// A reusable check of capabilities for hot paths, created by ``LicenseGate/makeCheck(for:)``.
///
/// A check reads a coarse clock and loads one atomic value. It needs no lock, allocation or string. When a license
/// starts, ends or leaves its grace period, the result changes within a few milliseconds, or within a minute after the
/// machine resumes from a suspension.
///
/// ```swift
/// let replicate = gate.makeCheck(for: .operate(.module("replication")))    // once
/// try replicate.require()                                                  // on every request
/// ```
public struct LicenseCheck: Sendable {
    private let answer: GateAnswer
    private let gate: LicenseGate

    init(_ answer: GateAnswer, of gate: LicenseGate) {
        self.answer = answer
        self.gate = gate
    }

    /// Whether all capabilities of the check are allowed now.
    public var isAllowed: Bool {
        self.answer.cachedResult ?? self.gate.evaluate(self.answer)
    }

    /// Throws the denial if a capability of the check is not allowed now.
    ///
    /// A server maps the denial to an HTTP status such as 402 or 403, with the codes, messages and remedies of its
    /// reasons.
    ///
    /// - Throws: ``LicenseDenial`` with every reason.
    public func require() throws(LicenseDenial) {
        guard self.isAllowed else {
            try self.decision.require()
            return
        }
    }

    /// The decision on the capabilities, with every reason if it is a denial.
    ///
    /// The decision is not cached: each access evaluates it again and takes the gate's lock.
    public var decision: LicenseDecision {
        self.gate.entitlements.decision(forAllOf: self.answer.capabilities)
    }
}
