extension LicenseError.Code {
    /// The license file, a token or a token's header exceeds its size limit.
    public static var tooLarge: Self { Self(rawValue: "too-large") }

    /// The armor, the token structure, the base64url encoding or the header JSON is malformed.
    public static var malformed: Self { Self(rawValue: "malformed") }

    /// The token's header is not the header of a license.
    ///
    /// A member is unknown, `typ` is not `license+jwt`, or `kid` or `alg` is missing or malformed.
    public static var unsupportedFormat: Self { Self(rawValue: "unsupported-format") }

    /// The header's `alg` is an algorithm that the license format does not support.
    public static var unsupportedAlgorithm: Self { Self(rawValue: "unsupported-algorithm") }

    /// No trusted key has the key ID in the token's header.
    public static var unknownKey: Self { Self(rawValue: "unknown-key") }

    /// The trusted key is for a different algorithm than the header's `alg`.
    public static var algorithmMismatch: Self { Self(rawValue: "algorithm-mismatch") }

    /// The signature does not match the signed text and the trusted key.
    ///
    /// A verifier also throws this code if it cannot check the signature, because the process is exiting or is out of
    /// memory. In that case, the English message asks to try again.
    public static var signatureInvalid: Self { Self(rawValue: "signature-invalid") }

    /// The payload's JSON is malformed, or a claim breaks a rule of the format.
    public static var claimsInvalid: Self { Self(rawValue: "claims-invalid") }

    /// The license's `critical` list names a member that this release does not understand.
    public static var unsupportedRequirement: Self { Self(rawValue: "unsupported-requirement") }

    /// The key is trusted for a different issuer than the license's `iss`.
    public static var issuerMismatch: Self { Self(rawValue: "issuer-mismatch") }

    /// The license was signed outside the key's validity period, or the verifier does not accept the key's environment.
    public static var keyNotValid: Self { Self(rawValue: "key-not-valid") }

    /// The license is for a different product than the verifier's.
    public static var wrongProduct: Self { Self(rawValue: "wrong-product") }

    /// The license is bound to nodes other than this one.
    ///
    /// Verifiers do not throw this code. ``License/wrongNodeError(on:)`` returns it.
    public static var wrongNode: Self { Self(rawValue: "wrong-node") }

    /// All codes that this release defines, in the order in which a verifier checks for them, then ``wrongNode``.
    public static var known: [Self] {
        [
            .tooLarge, .malformed, .unsupportedFormat, .unsupportedAlgorithm, .unknownKey, .algorithmMismatch,
            .signatureInvalid, .claimsInvalid, .unsupportedRequirement, .issuerMismatch, .keyNotValid, .wrongProduct,
            .wrongNode,
        ]
    }
}
