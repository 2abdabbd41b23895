public import LicenseModel

#if canImport(FoundationEssentials)
public import protocol FoundationEssentials.LocalizedError
#else
public import protocol Foundation.LocalizedError
#endif

/// Why a license is not issued.
public struct IssuingError: Error, Sendable, Equatable {
    /// The name of a cause, such as `invalid-draft`.
    public typealias Code = LicenseCode<IssuingError>

    /// The cause, for programs.
    public let code: Code

    /// What was wrong and what to do next, in English.
    public let message: String

    /// What is wrong with the draft, all of it.
    public let problems: [DraftProblem]

    /// Why a verifier refuses what was signed.
    public let refusal: LicenseError?

    /// States why a license is not issued, as a unit test needs an error.
    ///
    /// - Parameters:
    ///   - code: The cause.
    ///   - message: What was wrong and what to do next, in English.
    ///   - problems: What is wrong with the draft.
    ///   - refusal: Why a verifier refuses what was signed.
    public init(_ code: Code, _ message: String, problems: [DraftProblem] = [], refusal: LicenseError? = nil) {
        self.code = code
        self.message = message
        self.problems = problems
        self.refusal = refusal
    }

    init(_ problems: [DraftProblem]) {
        let list = problems.map(\.description).joined(separator: "; ")
        self.init(.invalidDraft, "The draft is not a license: \(list).", problems: problems)
    }

    init(_ refusal: LicenseError) {
        let member = refusal.member.map { " ('\($0)')" } ?? ""
        self.init(
            .refused,
            "A product would refuse the license as \(refusal.code)\(member). It is not handed out. To the customer the"
                + " product would say: \(refusal.message.english)",
            refusal: refusal
        )
    }
}

extension IssuingError: CustomStringConvertible, LocalizedError {
    /// The code and the message.
    public var description: String {
        "\(self.code): \(self.message)"
    }

    /// The message.
    public var errorDescription: String? {
        self.message
    }
}
