public import LicenseModel
public import LicensePolicy

/// The answer of any API that fails over a license: `{"error": …, "success": false}`.
public struct PlatformErrorAnswer: Sendable, Hashable, Encodable {
    /// What went wrong, in the platform's envelope.
    ///
    /// Its members `opaque` and `cause` are never used here and left out.
    public struct Failure: Sendable, Hashable, Encodable {
        /// The code, for programs.
        public let code: PlatformErrorCode

        /// What the code means, in English.
        public let description: String

        /// What happened here, with the license and the numbers, in English: every reason, a line each.
        public let details: String

        /// What to tell a person, in Chinese: every reason, a line each.
        public let elaboration: String
    }

    /// What went wrong.
    public let error: Failure

    /// `false`.
    public let success: Bool

    /// Answers with a code and a text, as for what a store refuses.
    ///
    /// - Parameters:
    ///   - code: The code.
    ///   - message: What happened. It must not contain the license's text.
    public init(_ code: PlatformErrorCode, message: LocalizedText) {
        self.error = Failure(
            code: code,
            description: code.meaning,
            details: message.english,
            elaboration: message.simplifiedChinese
        )
        self.success = false
    }

    /// Answers to an operation that is denied.
    ///
    /// - Parameter denial: The denial, whose first reason gives the code.
    public init(_ denial: LicenseDenial) {
        self.init(PlatformErrorCode(denial), message: denial.message)
    }

    /// Answers to a license text that is refused.
    ///
    /// - Parameter error: Why it is refused.
    public init(_ error: LicenseError) {
        self.init(PlatformErrorCode(error), message: ProductCatalog.zstack.text(of: error))
    }
}
