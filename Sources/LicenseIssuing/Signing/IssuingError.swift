public import LicenseModel

#if canImport(FoundationEssentials)
public import protocol FoundationEssentials.LocalizedError
#else
public import protocol Foundation.LocalizedError
#endif

/// Why a license is not issued.
public struct IssuingError: Error, Sendable, Hashable {
    /// The name of a cause.
    public struct Code: OpenCode {
        /// The code's name, such as `invalid-draft`.
        public let rawValue: String

        /// Takes a code's name, whether or not this release knows it.
        ///
        /// - Parameter rawValue: The name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The draft would make a wrong license: ``IssuingError/problems`` says where.
        public static let invalidDraft = Code(rawValue: "invalid-draft")

        /// Claims given as JSON are not strict JSON, or name a time of signing that is not the time of signing.
        public static let invalidClaims = Code(rawValue: "invalid-claims")

        /// The key did not sign.
        public static let signingFailed = Code(rawValue: "signing-failed")

        /// A product's verifier would refuse what was signed: ``IssuingError/refusal`` says why.
        public static let refused = Code(rawValue: "refused")

        /// What was signed does not say what the draft says.
        ///
        /// It was not handed out; report it.
        public static let differs = Code(rawValue: "differs")

        /// A bundle has no license, more than 64, two of one id, or more than 256 KiB.
        public static let invalidBundle = Code(rawValue: "invalid-bundle")

        /// The codes of this release.
        public static let known: [Code] = [
            .invalidDraft, .invalidClaims, .signingFailed, .refused, .differs, .invalidBundle,
        ]
    }

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
