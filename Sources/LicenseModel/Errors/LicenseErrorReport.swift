/// A JSON report of a ``LicenseError`` with its message, for other services and user interfaces.
///
/// ```swift
/// do {
///     licenses = try verifier.verify(contents: upload).licenses
/// } catch {
///     let report = LicenseErrorReport(error, catalog: catalog)
///     return Response(status: .unprocessableContent, body: try encoder.encode(report))
/// }
/// ```
public struct LicenseErrorReport: Sendable, Equatable, Codable {
    /// The code that identifies the cause, such as `signature-invalid`.
    public let code: LicenseError.Code

    /// The member of the claims that the error is about, as a path such as `license.limits.cores`.
    ///
    /// `nil` if the error is not about a single member.
    public let member: String?

    /// The number of the invalid armored block in the file, starting at 1.
    ///
    /// `nil` if the file has no armor, or if the error is outside any block.
    public let block: Int?

    /// The number of the line of the file whose armor is invalid, starting at 1.
    ///
    /// `nil` if the error is not about armor.
    public let line: Int?

    /// What the file is instead of a license, or `nil` if the verifier does not recognize it.
    public let recognizedFile: RecognizedFile?

    /// The ID of the refused license.
    ///
    /// `nil` unless the signature and the claims are valid.
    public let licenseID: LicenseID?

    /// The message that describes what is wrong and what to do next.
    public let message: LocalizedText

    /// Creates a report of an error, with the message in each of the catalog's languages.
    ///
    /// - Parameters:
    ///   - error: The error to report.
    ///   - catalog: The catalog that provides the product's names and texts.
    public init(_ error: LicenseError, catalog: ProductCatalog) {
        self.code = error.code
        self.member = error.member
        self.block = error.block
        self.line = error.line
        self.recognizedFile = error.recognizedFile
        self.licenseID = error.licenseID
        self.message = catalog.text(of: error)
    }
}

extension LicenseErrorReport {
    /// Decodes a report and checks its values.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing, has the wrong type, or is out of range.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.code = try container.decode(LicenseError.Code.self, forKey: "code")
        self.member = try container.decodeTextIfPresent(forKey: "member")
        self.block = try container.decodeCountIfPresent(forKey: "block", atLeast: 1)
        self.line = try container.decodeCountIfPresent(forKey: "line", atLeast: 1)
        self.recognizedFile = try container.decodeIfPresent(RecognizedFile.self, forKey: "recognizedFile")
        self.licenseID = try container.decodeIfPresent(LicenseID.self, forKey: "licenseID")
        self.message = try container.decode(LocalizedText.self, forKey: "message")
    }

    /// Encodes the members as one object, without those that are `nil`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.code, forKey: "code")
        try container.encodeIfPresent(self.member, forKey: "member")
        try container.encodeIfPresent(self.block, forKey: "block")
        try container.encodeIfPresent(self.line, forKey: "line")
        try container.encodeIfPresent(self.recognizedFile, forKey: "recognizedFile")
        try container.encodeIfPresent(self.licenseID, forKey: "licenseID")
        try container.encode(self.message, forKey: "message")
    }
}
