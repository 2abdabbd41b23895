/// A refused license text as JSON, for other services and user interfaces: complete, and with the words.
///
/// ```swift
/// do {
///     licenses = try verifier.verify(contents: upload).licenses
/// } catch {
///     return Response(status: .unprocessableContent, body: try encoder.encode(LicenseErrorReport(error, catalog)))
/// }
/// ```
public struct LicenseErrorReport: Sendable, Equatable, Codable {
    /// The cause, for programs.
    public let code: LicenseError.Code

    /// The member of the claims that is wrong, as a path such as `license.limits.cores`.
    ///
    /// `nil` if no single member is wrong.
    public let member: String?

    /// The number of the armored block that is wrong, from 1.
    ///
    /// `nil` in a bare file, and for what is wrong outside of any block.
    public let block: Int?

    /// The id of the license.
    ///
    /// `nil` unless its signature was good.
    public let licenseID: LicenseID?

    /// What was wrong and what to do next.
    public let message: LocalizedText

    /// Reports an error in the languages of a catalog.
    ///
    /// - Parameters:
    ///   - error: The error.
    ///   - catalog: What the product is called.
    public init(_ error: LicenseError, _ catalog: ProductCatalog) {
        self.code = error.code
        self.member = error.member
        self.block = error.block
        self.licenseID = error.licenseID
        self.message = catalog.text(of: error)
    }
}

extension LicenseErrorReport {
    /// Reads a report.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` if a member is missing or is not what it must be.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.code = try container.decode(LicenseError.Code.self, forKey: .code)
        self.member = try container.decodeTextIfPresent(forKey: .member)
        self.block = try container.decodeCountIfPresent(forKey: .block, atLeast: 1)
        self.licenseID = try container.decodeIfPresent(LicenseID.self, forKey: .licenseID)
        self.message = try container.decode(LocalizedText.self, forKey: .message)
    }
}
