public import LicenseModel

/// A denial to encode as JSON, for other services and for user interfaces.
///
/// It contains the capability and the reasons, with messages and remedies in each of the catalog's languages:
///
/// ```swift
/// let body = try JSONEncoder().encode(DenialReport(denial))
/// ```
public struct DenialReport: Sendable, Equatable, Codable {
    /// The capability that is denied.
    public let capability: LicenseCapability

    /// The reasons for the denial, in the order of `DenialReason.Code.known`, each with a message and a remedy.
    public let reasons: [LicenseNotice<DenialReason>]

    /// The messages of all reasons, one per line.
    public let message: LocalizedText

    /// Creates a report of a denial in the languages of its catalog.
    ///
    /// - Parameter denial: The denial to report.
    public init(_ denial: LicenseDenial) {
        let catalog = denial.catalog
        self.capability = denial.capability
        self.reasons = denial.reasons.map {
            LicenseNotice($0, catalog.text(of: $0), remedy: catalog.text(of: $0.remedy))
        }
        self.message = denial.message
    }
}

extension DenialReport {
    /// Decodes the members from one object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.capability = try container.decode(LicenseCapability.self, forKey: "capability")
        self.reasons = try container.decode([LicenseNotice<DenialReason>].self, forKey: "reasons")
        self.message = try container.decode(LocalizedText.self, forKey: "message")
    }

    /// Encodes the members as one object.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.capability, forKey: "capability")
        try container.encode(self.reasons, forKey: "reasons")
        try container.encode(self.message, forKey: "message")
    }
}
