public import LicenseModel

extension IssuingError.Code {
    /// The draft is invalid; ``IssuingError/problems`` lists what is wrong with it.
    public static var invalidDraft: Self { Self(rawValue: "invalid-draft") }

    /// The claims are not strict JSON, or their `iat` is not the time of signing.
    public static var invalidClaims: Self { Self(rawValue: "invalid-claims") }

    /// The time of signing is earlier than that of a license that was issued before.
    public static var clockBehind: Self { Self(rawValue: "clock-behind") }

    /// The signing function threw an error, or the public key cannot be used to verify.
    public static var signingFailed: Self { Self(rawValue: "signing-failed") }

    /// A product would refuse the signed license; ``IssuingError/refusal`` is the verifier's error.
    public static var refused: Self { Self(rawValue: "refused") }

    /// The signed license does not match its draft, or its file does not contain the license.
    ///
    /// The license is discarded. This is a bug: please report it.
    public static var differs: Self { Self(rawValue: "differs") }

    /// The bundle is empty, has more than 64 licenses or a duplicate ID, or is larger than 256 KiB.
    public static var invalidBundle: Self { Self(rawValue: "invalid-bundle") }

    /// The text is not an application code, or its signature is wrong.
    public static var invalidRequest: Self { Self(rawValue: "invalid-request") }

    /// All codes that this release defines.
    public static var known: [Self] {
        [
            .invalidDraft, .invalidClaims, .clockBehind, .signingFailed, .refused, .differs, .invalidBundle,
            .invalidRequest,
        ]
    }
}
