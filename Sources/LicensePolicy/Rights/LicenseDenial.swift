public import LicenseModel

/// An error that describes a denied capability, with every reason.
///
/// A server maps it to a response, such as HTTP status 402 or 403. ``DenialReport`` is the form to encode as JSON:
///
/// ```swift
/// do {
///     try replicate.require()
/// } catch {
///     return Response(status: .paymentRequired, body: try encoder.encode(DenialReport(error)))
/// }
/// ```
public struct LicenseDenial: Error, Sendable {
    /// The capability that is denied.
    ///
    /// If several capabilities were checked together, this is the first one that is denied.
    public let capability: LicenseCapability

    /// The reasons for the denial, at least one, in the order of `DenialReason.Code.known`.
    public let reasons: [DenialReason]

    /// The catalog with the names and texts for ``message``.
    ///
    /// The catalog does not affect whether two denials are equal.
    public let catalog: ProductCatalog

    /// Creates a denial, for example in a unit test of your product.
    ///
    /// - Parameters:
    ///   - capability: The capability that is denied.
    ///   - reason: A reason for the denial.
    ///   - others: The other reasons, in any order.
    ///   - catalog: The catalog with the names and texts for ``message``.
    public init(
        _ capability: LicenseCapability,
        for reason: DenialReason,
        and others: [DenialReason] = [],
        catalog: ProductCatalog
    ) {
        self.init(capability, reasons: DenialReason.Code.ordered([reason] + others), catalog: catalog)
    }

    /// Creates a denial from at least one reason, already in the order of `DenialReason.Code.known`.
    package init(_ capability: LicenseCapability, reasons: [DenialReason], catalog: ProductCatalog) {
        self.capability = capability
        self.reasons = reasons
        self.catalog = catalog
    }

    /// The messages of all reasons, one per line, in each of the catalog's languages.
    public var message: LocalizedText {
        self.catalog.text(of: self.reasons.flatMap(\.messages))
    }
}

extension LicenseDenial: Equatable {
    /// Compares the capabilities and reasons of two denials, but not their catalogs.
    public static func == (lhs: LicenseDenial, rhs: LicenseDenial) -> Bool {
        lhs.capability == rhs.capability && lhs.reasons == rhs.reasons
    }
}

extension LicenseDenial: CustomStringConvertible {
    /// The capability and the codes of the reasons, for logs.
    public var description: String {
        "\(self.capability) is denied: \(self.reasons.map(\.code.rawValue).joined(separator: ", "))"
    }
}
