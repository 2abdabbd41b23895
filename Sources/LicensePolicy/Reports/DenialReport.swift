public import LicenseModel

/// A denial as JSON, for other services and user interfaces: complete, and with the words.
public struct DenialReport: Sendable, Equatable, Codable {
    /// What is denied: the operation, the slot, and the feature if one was named.
    public let capability: LicenseCapability

    /// Every reason, in the order of ``DenialReason/Code/known``, with its message and its remedy.
    public let reasons: [Localized<DenialReason>]

    /// Every reason, a line each.
    public let message: LocalizedText

    /// Reports a denial, in the languages of its catalog.
    ///
    /// - Parameter denial: The denial.
    public init(_ denial: LicenseDenial) {
        let catalog = denial.catalog
        self.capability = denial.capability
        self.reasons = denial.reasons.map {
            Localized($0, catalog.text(of: $0), remedy: catalog.text(of: $0.remedy))
        }
        self.message = denial.message
    }
}
