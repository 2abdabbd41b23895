public import LicenseModel

extension SigningKeyError.Code {
    /// The key text is larger than 256 KiB.
    public static var tooLarge: Self { Self(rawValue: "too-large") }

    /// The text is neither a private key in PEM (PKCS#8) nor a private JWK.
    public static var malformed: Self { Self(rawValue: "malformed") }

    /// The key's type, curve, use or encryption is not supported, or it does not match the given algorithm.
    public static var unsupported: Self { Self(rawValue: "unsupported") }

    /// The key can be used with several algorithms, and none is specified.
    public static var algorithmMissing: Self { Self(rawValue: "algorithm-missing") }

    /// The key is too weak to be trusted.
    public static var weakKey: Self { Self(rawValue: "weak-key") }

    /// The text contains a public key but no private key.
    public static var publicKey: Self { Self(rawValue: "public-key") }

    /// The private and the public half of the key do not match.
    public static var mismatch: Self { Self(rawValue: "mismatch") }

    /// The PEM text is encrypted, but no password is given.
    public static var passwordMissing: Self { Self(rawValue: "password-missing") }

    /// The PEM text cannot be decrypted with the given password.
    public static var passwordWrong: Self { Self(rawValue: "password-wrong") }

    /// The PEM text requires more work to decrypt than the library allows.
    public static var tooCostly: Self { Self(rawValue: "too-costly") }

    /// The process's libcrypto does not support the key, is out of memory, or failed for another reason.
    public static var unavailable: Self { Self(rawValue: "unavailable") }

    /// All codes that this release defines.
    public static var known: [Self] {
        [
            .tooLarge, .malformed, .unsupported, .algorithmMissing, .weakKey, .publicKey, .mismatch,
            .passwordMissing, .passwordWrong, .tooCostly, .unavailable,
        ]
    }
}
