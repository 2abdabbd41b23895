public import LicenseModel
public import LicensePolicy

/// The platform's JSON response to a call that fails because of a license: `{"error": {"code", "description", "details"}}`.
///
/// Send it with status 503. With 200, the platform's Java clients see no error, and with more members, its Go client does not
/// read the code.
///
/// ```swift
/// do {
///     try gate.require(.operate(.module(.vmware)))
/// } catch {
///     return Response(status: .serviceUnavailable, body: try encoder.encode(PlatformErrorResponse(error, in: .english)))
/// }
/// ```
public struct PlatformErrorResponse: Sendable, Hashable, Encodable {
    /// The `error` object of the platform's error responses.
    public struct Failure: Sendable, Hashable, Encodable {
        /// The code that identifies the error, such as `LICENSE.1000`.
        public let code: PlatformErrorCode

        /// The general meaning of the code, in English.
        public let description: String

        /// The specific message for people, with one line for each reason.
        public let details: String
    }

    /// The error that the call failed with.
    public let error: Failure

    /// Creates a response with a code and texts, for example if a license store refuses a license.
    ///
    /// - Parameters:
    ///   - code: The code that identifies the error.
    ///   - description: The general meaning of the code. By default, ``PlatformErrorCode/meaning``.
    ///   - details: The specific message. It must not contain the text of a license file.
    public init(_ code: PlatformErrorCode, description: String? = nil, details: String) {
        self.error = Failure(code: code, description: description ?? code.meaning, details: details)
    }

    /// Creates a response to a call whose operation is denied.
    ///
    /// - Parameters:
    ///   - denial: The denial. Its first reason determines the code.
    ///   - language: The language of the message.
    public init(_ denial: LicenseDenial, in language: LicenseLanguage) {
        self.init(PlatformErrorCode(denial), details: denial.message[language])
    }

    /// Creates a response to an upload of a license file that is refused.
    ///
    /// - Parameters:
    ///   - error: The error that the verifier threw.
    ///   - language: The language of the message.
    public init(_ error: LicenseError, in language: LicenseLanguage) {
        self.init(PlatformErrorCode(error), details: ProductCatalog.zstack.text(of: error)[language])
    }
}
