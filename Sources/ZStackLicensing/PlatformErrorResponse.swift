public import LicenseModel
public import LicensePolicy

/// The platform's JSON response to a request that fails because of a license: `{"error": …, "success": false}`.
///
/// ```swift
/// do {
///     try gate.require(.operate(.module(.vmware)))
/// } catch {
///     return Response(status: .forbidden, body: try encoder.encode(PlatformErrorResponse(error)))
/// }
/// ```
public struct PlatformErrorResponse: Sendable, Hashable, Encodable {
    /// The `error` object of the platform's error responses.
    ///
    /// The optional members `opaque` and `cause` are not used.
    public struct Failure: Sendable, Hashable, Encodable {
        /// The code that identifies the error, such as `LICENSE.1000`.
        public let code: PlatformErrorCode

        /// The general meaning of the code, in English.
        public let description: String

        /// The specific message in English, with one line for each reason.
        public let details: String

        /// The specific message in Simplified Chinese, with one line for each reason.
        public let elaboration: String
    }

    /// The error that the request failed with.
    public let error: Failure

    /// Whether the request succeeded, which is always `false`.
    public let success: Bool

    /// Creates a response with a code and a message, for example if a license store refuses a license.
    ///
    /// - Parameters:
    ///   - code: The code that identifies the error.
    ///   - message: The specific message. It must not contain the text of a license file.
    public init(_ code: PlatformErrorCode, message: LocalizedText) {
        self.error = Failure(
            code: code,
            description: code.meaning,
            details: message.english,
            elaboration: message.simplifiedChinese
        )
        self.success = false
    }

    /// Creates a response to a request whose operation is denied.
    ///
    /// - Parameter denial: The denial. Its first reason determines the code.
    public init(_ denial: LicenseDenial) {
        self.init(PlatformErrorCode(denial), message: denial.message)
    }

    /// Creates a response to an upload of a license file that is refused.
    ///
    /// - Parameter error: The error that the verifier threw.
    public init(_ error: LicenseError) {
        self.init(PlatformErrorCode(error), message: ProductCatalog.zstack.text(of: error))
    }
}
