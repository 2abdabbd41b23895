/// A question that a product asks its ``LicenseGate`` over and over, made once by ``LicenseGate/makeCheck(for:)``.
///
/// Asking costs a read of a coarse clock, one atomic load and a comparison: no lock, no allocation and no string. The
/// answer is at most some milliseconds older than the last change of the licenses' state.
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

    /// What is asked: whether all of it is allowed.
    public var capabilities: [LicenseCapability] {
        self.answer.capabilities
    }

    /// Whether all of it is allowed now.
    public var isAllowed: Bool {
        self.answer.verdict ?? self.gate.verdict(on: self.answer)
    }

    /// Throws the denial if not all of it is allowed now.
    ///
    /// A server turns the denial into an answer such as 402 or 403, with the reasons' codes, messages and remedies.
    ///
    /// - Throws: ``LicenseDenial`` with every reason.
    public func require() throws(LicenseDenial) {
        guard self.isAllowed else {
            try self.decision.require()
            return
        }
    }

    /// The answer, with every reason where it is no.
    ///
    /// It is evaluated anew, and takes the gate's lock.
    public var decision: LicenseDecision {
        self.gate.entitlements.decision(forAllOf: self.answer.capabilities)
    }
}
