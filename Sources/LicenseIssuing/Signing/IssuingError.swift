public import LicenseModel

/// Why a licence is not issued.
public struct IssuingError: Error, Sendable, Equatable {
    /// The name of a cause.
    ///
    /// Codes are compared, and more may come.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// The code's name, such as `invalid-draft`, which does not change from release to release.
        public let description: String

        private init(_ description: String) {
            self.description = description
        }

        /// The draft would make a wrong licence: ``IssuingError/problems`` says where.
        public static let invalidDraft = Code("invalid-draft")

        /// Claims given as JSON are not strict JSON, or name a time of signing that is not the time of signing.
        public static let invalidClaims = Code("invalid-claims")

        /// The key did not sign.
        public static let signingFailed = Code("signing-failed")

        /// A product's verifier would refuse what was signed: ``IssuingError/refusal`` says why.
        public static let refused = Code("refused")

        /// What was signed does not say what the draft says.
        ///
        /// It was not handed out; report it.
        public static let differs = Code("differs")

        /// A bundle has no licence, more than 64, two of one id, or more than 256 KiB.
        public static let invalidBundle = Code("invalid-bundle")
    }

    /// The cause, for programs.
    public let code: Code

    /// What was wrong and what to do next, in English.
    public let message: String

    /// What is wrong with the draft, all of it.
    public let problems: [DraftProblem]

    /// Why a verifier refuses what was signed.
    public let refusal: LicenseError?

    init(_ code: Code, _ message: String, problems: [DraftProblem] = [], refusal: LicenseError? = nil) {
        self.code = code
        self.message = message
        self.problems = problems
        self.refusal = refusal
    }

    init(_ problems: [DraftProblem]) {
        let list = problems.map(\.description).joined(separator: "; ")
        self.init(.invalidDraft, "The draft is not a licence: \(list).", problems: problems)
    }

    init(_ refusal: LicenseError) {
        let member = refusal.member.map { " ('\($0)')" } ?? ""
        self.init(
            .refused,
            "A product would refuse the licence as \(refusal.code)\(member). It is not handed out. To the customer the"
                + " product would say: \(refusal.message)",
            refusal: refusal
        )
    }
}

extension IssuingError: CustomStringConvertible {
    /// The code and the message.
    public var description: String {
        "\(self.code): \(self.message)"
    }
}
