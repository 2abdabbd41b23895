public import LicenseModel

extension TrustedKeyError.Code {
    /// The key text is larger than 256 KiB, or the set has more than 64 keys.
    public static var tooLarge: Self { Self(rawValue: "too-large") }

    /// The text is not a PEM public key, a JWK or a JWK Set in the required form.
    public static var malformed: Self { Self(rawValue: "malformed") }

    /// The key's type, curve or use is not supported, or the key does not fit the specified algorithm.
    ///
    /// This code is also thrown if you specify an algorithm, an ID or conditions for a JWK, which contains its own.
    public static var unsupported: Self { Self(rawValue: "unsupported") }

    /// The PEM key can be used with several algorithms, and none is specified.
    public static var algorithmMissing: Self { Self(rawValue: "algorithm-missing") }

    /// The text contains a private or secret key.
    public static var privateKey: Self { Self(rawValue: "private-key") }

    /// The key is too weak to be trusted.
    public static var weakKey: Self { Self(rawValue: "weak-key") }

    /// Two keys in the set have the same key ID.
    public static var duplicateKeyID: Self { Self(rawValue: "duplicate-key-id") }

    /// Two keys in the set have different key IDs, but the same thumbprint (RFC 7638).
    ///
    /// If this were allowed, the key ID in a token would select the algorithm and conditions of the key.
    public static var duplicateKey: Self { Self(rawValue: "duplicate-key") }

    /// The process's libcrypto does not support the key's algorithm, cannot be initialized, or is out of memory.
    public static var unavailable: Self { Self(rawValue: "unavailable") }

    /// All codes that this release defines.
    public static var known: [Self] {
        [
            .tooLarge, .malformed, .unsupported, .algorithmMissing, .privateKey, .weakKey, .duplicateKeyID,
            .duplicateKey,
            .unavailable,
        ]
    }
}
