/// The answer to 'may I?'.
public enum Decision: Sendable, Equatable {
    /// Yes.
    case allowed

    /// No, and why.
    case denied(LicenseDenial)

    /// Whether the answer is yes.
    public var isAllowed: Bool {
        self == .allowed
    }

    /// Why the answer is no.
    ///
    /// Empty where it is yes.
    public var reasons: [DenialReason] {
        switch self {
        case .allowed: []
        case .denied(let denial): denial.reasons
        }
    }

    /// Goes on only where the answer is yes.
    ///
    /// - Throws: The denial where the answer is no.
    public func require() throws(LicenseDenial) {
        if case .denied(let denial) = self {
            throw denial
        }
    }
}
