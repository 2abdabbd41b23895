public import LicenseCrypto
public import LicenseModel

/// A private key, the one algorithm that it signs with, and what its public half is trusted for.
///
/// libcrypto holds the key and clears it when the last reference goes; whatever passes through this library's memory on
/// the way in or out is overwritten. One thing is out of reach from here: libcrypto 3.0 leaves copies of the private number
/// in freed memory where it reads a key other than an Ed25519 one from PEM. Reading a JWK leaves none.
///
/// A key that came in has proved itself: it has signed a text, and its public half has verified that.
///
/// ```swift
/// let key = try SigningKey.generate(.ed25519)
/// print(key.publicJWK)                        // for the product
/// let text = try key.privateJWK()             // for the vault
/// ```
public final class SigningKey: Sendable {
    /// The public half, as a product trusts it.
    public let trustedKey: TrustedKey

    let material: KeyMaterial
    let privateKey: PrivateKey

    /// The key's id, by which a token names it.
    public var id: KeyID {
        self.trustedKey.id
    }

    /// The one algorithm that the key signs with.
    public var algorithm: SignatureAlgorithm {
        self.trustedKey.algorithm
    }

    /// What the key is for.
    public var environment: KeyEnvironment {
        self.trustedKey.conditions.environment
    }

    /// Checks a key that libcrypto holds, and has it prove itself.
    init(
        _ privateKey: PrivateKey,
        algorithm: SignatureAlgorithm?,
        id: KeyID?,
        conditions: KeyConditions,
        context: LibraryContext
    ) throws(SigningKeyError) {
        guard let info = privateKey.subjectPublicKeyInfo else {
            throw SigningKeyError(.unsupported, "The private key has no public half that libcrypto can write.")
                .unlessExiting()
        }
        do {
            self.material = try KeyMaterial(subjectPublicKeyInfo: info)
            self.trustedKey = try TrustedKey(
                self.material,
                algorithm: algorithm,
                id: id,
                conditions: conditions,
                context: context
            )
        } catch {
            throw SigningKeyError(error)
        }
        self.privateKey = privateKey
        let probe = Array("A key that is to sign licenses signs this line first.".utf8)
        guard privateKey.isConsistent,
            self.trustedKey.isValid(try self.signature(over: probe), over: probe[...])
        else {
            throw SigningKeyError(
                .mismatch,
                "The private key '\(self.trustedKey.id)' does not sign for its public half. Export the key again."
            )
            .unlessExiting()
        }
    }

    /// Signs a text.
    ///
    /// - Parameter text: The text.
    /// - Returns: The signature, as a token spells it.
    /// - Throws: `SigningKeyError` where libcrypto does not sign.
    package func signature(over text: [UInt8]) throws(SigningKeyError) -> [UInt8] {
        guard let scheme = SignatureScheme(self.algorithm),
            let signature = self.privateKey.signature(over: text, scheme: scheme)
        else {
            throw SigningKeyError(
                .unavailable,
                "libcrypto does not sign with the key '\(self.id)'. Check that this libcrypto has"
                    + " \(self.algorithm.rawValue)."
            )
        }
        return signature
    }

    static func library(_ context: LibraryContext) throws(SigningKeyError) -> CryptoLibrary {
        guard let library = CryptoLibrary.shared(context) else {
            throw SigningKeyError(
                .unavailable,
                "libcrypto could not be set up. Check that the machine has memory left."
            )
        }
        return library
    }
}

extension SigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The key's id and algorithm, without the key.
    public var description: String {
        "SigningKey(\(self.id), \(self.algorithm.rawValue))"
    }

    /// The key's id and algorithm, without the key.
    public var debugDescription: String {
        self.description
    }

    /// The key's id and algorithm, without the key.
    public var customMirror: Mirror {
        Mirror(self, children: ["id": self.id.rawValue, "algorithm": self.algorithm.rawValue])
    }
}
