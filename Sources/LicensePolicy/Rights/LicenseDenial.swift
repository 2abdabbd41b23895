public import LicenseModel

/// What is denied, and every reason why.
///
/// A server turns it into an answer of its own, such as 402 or 403. ``DenialReport`` is the same as JSON:
///
/// ```swift
/// do {
///     try replicate.require()
/// } catch {
///     return Response(status: .paymentRequired, body: try encoder.encode(DenialReport(error)))
/// }
/// ```
public struct LicenseDenial: Error, Sendable {
    /// What was asked for.
    ///
    /// If several things were asked for at once: the first of them that is denied.
    public let capability: LicenseCapability

    /// Every reason, at least one, in the order of ``DenialReason/Code/known``.
    public let reasons: [DenialReason]

    /// What the product, its modules and its units are called in ``message``.
    ///
    /// Two denials that differ in it alone are equal.
    public let catalog: ProductCatalog

    /// States a denial, as the unit test of a product needs one.
    ///
    /// - Parameters:
    ///   - capability: What was asked for.
    ///   - reason: Why it is denied.
    ///   - others: Why else it is denied. The reasons are put in order.
    ///   - catalog: What the product and its modules are called.
    public init(
        _ capability: LicenseCapability,
        for reason: DenialReason,
        and others: [DenialReason] = [],
        catalog: ProductCatalog
    ) {
        self.init(capability, reasons: DenialReason.Code.ordered([reason] + others), catalog: catalog)
    }

    /// Takes reasons that are in order, at least one.
    package init(_ capability: LicenseCapability, reasons: [DenialReason], catalog: ProductCatalog) {
        self.capability = capability
        self.reasons = reasons
        self.catalog = catalog
    }

    /// Every reason, a line each, in the catalog's languages.
    public var message: LocalizedText {
        self.catalog.text(of: self.reasons.flatMap(\.messages))
    }
}

extension LicenseDenial: Equatable {
    /// Compares two denials, without their words.
    ///
    /// - Parameters:
    ///   - lhs: A denial.
    ///   - rhs: Another denial.
    /// - Returns: Whether capability and reasons are equal.
    public static func == (lhs: LicenseDenial, rhs: LicenseDenial) -> Bool {
        lhs.capability == rhs.capability && lhs.reasons == rhs.reasons
    }
}

extension LicenseDenial: CustomStringConvertible {
    /// What was asked for, and the codes of the reasons.
    public var description: String {
        "\(self.capability) is denied: \(self.reasons.map(\.code.rawValue).joined(separator: ", "))"
    }
}
