/// What is denied, and every reason why.
///
/// A server turns it into an answer of its own, such as 402 or 403, with the codes and texts of the reasons.
public struct LicenseDenial: Error, Sendable, Equatable {
    /// What was asked for.
    ///
    /// Where several things were asked for at once: the first of them that is denied.
    public let capability: Capability

    /// Every reason, at least one, in the order of ``DenialReason/Code``.
    public let reasons: [DenialReason]

    /// States a denial.
    package init(capability: Capability, reasons: [DenialReason]) {
        self.capability = capability
        self.reasons = reasons
    }
}

extension LicenseDenial: CustomStringConvertible {
    /// What was asked for, and the codes of the reasons.
    public var description: String {
        "\(self.capability) is denied: \(self.reasons.map(\.code.rawValue).joined(separator: ", "))"
    }
}
