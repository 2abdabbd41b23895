public import LicenseModel

extension TrustedKeyError.Code {
    /// The text is larger than 256 KiB, or the set has more than 64 keys.
    public static var tooLarge: Self { Self(rawValue: "too-large") }

    /// The text is no PEM public key, no JWK and no JWK Set, or not in its one strict form.
    public static var malformed: Self { Self(rawValue: "malformed") }

    /// The key is of a kind, curve or use that this library does not have, or names no algorithm that it fits.
    public static var unsupported: Self { Self(rawValue: "unsupported") }

    /// The PEM key leaves a choice of algorithms, and none is named.
    public static var algorithmMissing: Self { Self(rawValue: "algorithm-missing") }

    /// The text holds a private or secret key.
    public static var privateKey: Self { Self(rawValue: "private-key") }

    /// The key is too weak to be trusted.
    public static var weakKey: Self { Self(rawValue: "weak-key") }

    /// Two keys have one key id.
    public static var duplicateKeyID: Self { Self(rawValue: "duplicate-key-id") }

    /// Two keys with different key ids are one key, by the thumbprint of RFC 7638.
    ///
    /// The id that a token names would then choose the algorithm and the conditions of the key.
    public static var duplicateKey: Self { Self(rawValue: "duplicate-key") }

    /// This machine's libcrypto does not have what the key needs.
    public static var unavailable: Self { Self(rawValue: "unavailable") }

    /// The codes of this release.
    public static var known: [Self] {
        [
            .tooLarge, .malformed, .unsupported, .algorithmMissing, .privateKey, .weakKey, .duplicateKeyID,
            .duplicateKey,
            .unavailable,
        ]
    }
}
