public import LicenseModel

#if canImport(FoundationEssentials)
public import protocol FoundationEssentials.LocalizedError
#else
public import protocol Foundation.LocalizedError
#endif

/// An error that explains why a license cannot be issued.
///
/// ```swift
/// do {
///     let issued = try issuer.issue(draft, at: LicenseInstant(Date()))
///     print(issued.armored)
/// } catch let error where error.code == .invalidDraft {
///     error.problems.forEach { print($0) }
/// }
/// ```
public struct IssuingError: Error, Sendable, Equatable {
    /// A code that identifies the cause of an error, such as `invalid-draft`.
    public typealias Code = LicenseCode<IssuingError>

    /// The code that identifies the cause, such as `invalid-draft`.
    public let code: Code

    /// A description of the cause and of what to do next, in English.
    public let message: String

    /// The problems with the draft, or an empty array if the draft is not the cause.
    public let problems: [DraftProblem]

    /// The error of the verifier that refused the signed license, or `nil` if no verifier refused it.
    public let refusal: LicenseError?

    package init(_ code: Code, _ message: String, problems: [DraftProblem] = [], refusal: LicenseError? = nil) {
        self.code = code
        self.message = message
        self.problems = problems
        self.refusal = refusal
    }

    init(_ problems: [DraftProblem]) {
        let list = problems.map(\.description).joined(separator: "; ")
        self.init(.invalidDraft, "The draft is invalid: \(list).", problems: problems)
    }

    init(_ refusal: LicenseError) {
        let member = refusal.member.map { " ('\($0)')" } ?? ""
        self.init(
            .refused,
            "The license was discarded because a product would refuse it with the code \(refusal.code)\(member). The"
                + " product's message to the customer would be: \(refusal.message.english)",
            refusal: refusal
        )
    }
}

extension IssuingError: CustomStringConvertible, LocalizedError {
    /// The code and the message, separated by a colon.
    public var description: String {
        "\(self.code): \(self.message)"
    }

    /// The message, for code that displays a `LocalizedError`.
    public var errorDescription: String? {
        self.message
    }
}
