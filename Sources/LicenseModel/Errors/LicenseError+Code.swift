extension LicenseError.Code {
    /// The file, a token or a header is over its cap.
    public static var tooLarge: Self { Self(rawValue: "too-large") }

    /// The armor, the token structure, base64url or the header JSON is malformed.
    public static var malformed: Self { Self(rawValue: "malformed") }

    /// The header is that of another kind of token.
    public static var unsupportedFormat: Self { Self(rawValue: "unsupported-format") }

    /// The header names an algorithm that the format does not have.
    public static var unsupportedAlgorithm: Self { Self(rawValue: "unsupported-algorithm") }

    /// No trusted key has the token's key id.
    public static var unknownKey: Self { Self(rawValue: "unknown-key") }

    /// The trusted key is for another algorithm than the header names.
    public static var algorithmMismatch: Self { Self(rawValue: "algorithm-mismatch") }

    /// The signature is not that of the trusted key over this text.
    public static var signatureInvalid: Self { Self(rawValue: "signature-invalid") }

    /// The payload's JSON or a claim breaks a rule of the format.
    public static var claimsInvalid: Self { Self(rawValue: "claims-invalid") }

    /// The license demands that something be understood which this release does not know.
    public static var unsupportedRequirement: Self { Self(rawValue: "unsupported-requirement") }

    /// The key is trusted for another issuer.
    public static var issuerMismatch: Self { Self(rawValue: "issuer-mismatch") }

    /// The license was signed outside the key's validity, or by a key of an environment that is not taken.
    public static var keyNotValid: Self { Self(rawValue: "key-not-valid") }

    /// The license is for another product.
    public static var wrongProduct: Self { Self(rawValue: "wrong-product") }

    /// The license is bound to other nodes.
    ///
    /// No verifier throws it. ``License/wrongNodeError(on:)`` makes it of a license.
    public static var wrongNode: Self { Self(rawValue: "wrong-node") }

    /// The codes of this release, in the order in which a verifier checks.
    public static var known: [Self] {
        [
            .tooLarge, .malformed, .unsupportedFormat, .unsupportedAlgorithm, .unknownKey, .algorithmMismatch,
            .signatureInvalid, .claimsInvalid, .unsupportedRequirement, .issuerMismatch, .keyNotValid, .wrongProduct,
            .wrongNode,
        ]
    }
}
