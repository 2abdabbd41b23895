/// The result of checking a capability: allowed, or denied with every reason.
///
/// ```swift
/// let decision = gate.entitlements.decision(for: .operate(.module("replication")))
/// if !decision.isAllowed {
///     print(decision.reasons.map(\.code))
/// }
/// ```
public enum LicenseDecision: Sendable, Equatable {
    /// The licenses allow the capability.
    case allowed

    /// The licenses do not allow the capability, for the reasons in the denial.
    indirect case denied(LicenseDenial)

    /// Whether the capability is allowed.
    public var isAllowed: Bool {
        self == .allowed
    }

    /// The reasons why the capability is denied.
    ///
    /// Empty if the capability is allowed.
    public var reasons: [DenialReason] {
        switch self {
        case .allowed: []
        case .denied(let denial): denial.reasons
        }
    }

    /// Throws the denial if the capability is not allowed.
    ///
    /// - Throws: ``LicenseDenial`` with every reason.
    public func require() throws(LicenseDenial) {
        if case .denied(let denial) = self {
            throw denial
        }
    }
}

extension LicenseDecision: CustomStringConvertible {
    /// The text `allowed`, or the description of the denial.
    public var description: String {
        switch self {
        case .allowed: "allowed"
        case .denied(let denial): denial.description
        }
    }
}
