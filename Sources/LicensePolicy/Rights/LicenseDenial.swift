import LicenseModel

/// What is denied, and every reason why.
///
/// A server turns it into an answer of its own, such as 402 or 403. ``DenialReport`` is the same as JSON:
///
/// ```swift
/// do {
///     try viewVMware.require()
/// } catch {
///     return Response(status: .paymentRequired, body: try encoder.encode(DenialReport(error)))
/// }
/// ```
public struct LicenseDenial: Error, Sendable, Hashable {
    /// What was asked for.
    ///
    /// If several things were asked for at once: the first of them that is denied.
    public let capability: LicenseCapability

    /// Every reason, at least one, in the order of ``DenialReason/Code/known``.
    public let reasons: [DenialReason]

    /// States a denial, as the unit test of a product needs one.
    ///
    /// - Parameters:
    ///   - capability: What was asked for.
    ///   - reason: Why it is denied.
    ///   - others: Why else it is denied. The reasons are put in order.
    public init(_ capability: LicenseCapability, for reason: DenialReason, and others: [DenialReason] = []) {
        self.init(capability, reasons: DenialReason.Code.ordered([reason] + others))
    }

    /// Takes reasons that are in order, at least one.
    package init(_ capability: LicenseCapability, reasons: [DenialReason]) {
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
