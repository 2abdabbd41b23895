public import LicenseModel

extension SigningKeyError.Code {
    /// The text is larger than 256 KiB.
    public static var tooLarge: Self { Self(rawValue: "too-large") }

    /// The text is no private key in PEM (PKCS#8) and no private JWK.
    public static var malformed: Self { Self(rawValue: "malformed") }

    /// The key is of a kind, curve or use that the format does not have, or is not for the named algorithm, or is
    /// encrypted in a way that is not read.
    public static var unsupported: Self { Self(rawValue: "unsupported") }

    /// The key leaves a choice of algorithms, and none is named.
    public static var algorithmMissing: Self { Self(rawValue: "algorithm-missing") }

    /// The numbers of the key are such that its signatures prove nothing.
    public static var weakKey: Self { Self(rawValue: "weak-key") }

    /// The text holds a public key alone.
    public static var publicKey: Self { Self(rawValue: "public-key") }

    /// The private and the public numbers are not of one key.
    public static var mismatch: Self { Self(rawValue: "mismatch") }

    /// The PEM text is encrypted, and no password is given.
    public static var passwordMissing: Self { Self(rawValue: "password-missing") }

    /// The PEM text cannot be decrypted with the password.
    public static var passwordWrong: Self { Self(rawValue: "password-wrong") }

    /// The PEM text asks for more work to decrypt it than is done.
    public static var tooCostly: Self { Self(rawValue: "too-costly") }

    /// This machine's libcrypto does not have, or does not do, what the key needs.
    public static var unavailable: Self { Self(rawValue: "unavailable") }

    /// The codes of this release.
    public static var known: [Self] {
        [
            .tooLarge, .malformed, .unsupported, .algorithmMissing, .weakKey, .publicKey, .mismatch,
            .passwordMissing, .passwordWrong, .tooCostly, .unavailable,
        ]
    }
}
