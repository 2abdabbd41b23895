/// The result of checking a capability.
public enum LicenseDecision: Sendable, Equatable {
    /// Yes.
    case allowed

    /// No, and why.
    indirect case denied(LicenseDenial)

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

    /// Throws the denial if the capability isn't allowed.
    ///
    /// - Throws: ``LicenseDenial`` with every reason.
    public func require() throws(LicenseDenial) {
        if case .denied(let denial) = self {
            throw denial
        }
    }
}

extension LicenseDecision: CustomStringConvertible {
    /// `allowed`, or the denial.
    public var description: String {
        switch self {
        case .allowed: "allowed"
        case .denied(let denial): denial.description
        }
    }
}
