public import LicenseModel

extension IssuingError.Code {
    /// The draft would make a wrong license: ``IssuingError/problems`` says where.
    public static var invalidDraft: Self { Self(rawValue: "invalid-draft") }

    /// Claims given as JSON are not strict JSON, or name a time of signing that is not the time of signing.
    public static var invalidClaims: Self { Self(rawValue: "invalid-claims") }

    /// The key did not sign.
    public static var signingFailed: Self { Self(rawValue: "signing-failed") }

    /// A product's verifier would refuse what was signed: ``IssuingError/refusal`` says why.
    public static var refused: Self { Self(rawValue: "refused") }

    /// What was signed does not say what the draft says.
    ///
    /// It was not handed out; report it.
    public static var differs: Self { Self(rawValue: "differs") }

    /// A bundle has no license, more than 64, two of one id, or more than 256 KiB.
    public static var invalidBundle: Self { Self(rawValue: "invalid-bundle") }

    /// The codes of this release.
    public static var known: [Self] {
        [
            .invalidDraft, .invalidClaims, .signingFailed, .refused, .differs, .invalidBundle,
        ]
    }
}
