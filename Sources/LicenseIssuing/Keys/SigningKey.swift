public import LicenseCrypto
public import LicenseModel

/// A private key with its algorithm and the conditions under which products trust its public half.
///
/// A key signs with exactly one algorithm. Before an initializer returns a key, it signs a text and verifies the
/// signature with the public half, so the two halves of a `SigningKey` always match.
///
/// ```swift
/// let key = try SigningKey.generate(.ed25519)
/// print(key.publicJWK)               // Add this to the product's trusted keys.
/// let secret = try key.privateJWK()  // Store this in a safe place.
/// ```
///
/// libcrypto holds the key and overwrites it when the last reference to it is released. This library overwrites all
/// memory that it uses to read or write a key. One case is out of its control: libcrypto 3.0 leaves copies of the
/// private number in freed memory when it reads a key from PEM, unless it is an Ed25519 key. Reading a JWK leaves no
/// copies.
public final class SigningKey: Sendable {
    /// The public half, with the conditions under which a product trusts it.
    public let trustedKey: TrustedKey

    let material: KeyMaterial
    let privateKey: PrivateKey

    /// The ID of the key, which a token's header contains as `kid`.
    public var id: KeyID {
        self.trustedKey.id
    }

    /// The algorithm that the key signs with.
    public var algorithm: SignatureAlgorithm {
        self.trustedKey.algorithm
    }

    /// The environment that the key signs licenses for: production or test.
    public var environment: KeyEnvironment {
        self.trustedKey.conditions.environment
    }

    /// Creates a key from libcrypto's key, and checks that its two halves match.
    init(
        _ privateKey: PrivateKey,
        algorithm: SignatureAlgorithm?,
        id: KeyID?,
        conditions: KeyConditions,
        context: OpenSSLContext
    ) throws(SigningKeyError) {
        guard let info = privateKey.subjectPublicKeyInfo else {
            throw SigningKeyError(.unsupported, "libcrypto cannot encode the public half of the private key.")
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
                "The private key '\(self.trustedKey.id)' does not match its public half. Export the key again."
            )
            .unlessExiting()
        }
    }

    /// Signs a text with the key's algorithm.
    ///
    /// - Parameter text: The bytes to sign.
    /// - Returns: The signature in its JWS encoding.
    /// - Throws: `SigningKeyError` if libcrypto cannot sign.
    package func signature(over text: [UInt8]) throws(SigningKeyError) -> [UInt8] {
        guard let scheme = SignatureScheme(self.algorithm),
            let signature = self.privateKey.signature(over: text, scheme: scheme)
        else {
            throw SigningKeyError(
                .unavailable,
                "libcrypto cannot sign with the key '\(self.id)'. Check that this libcrypto supports"
                    + " \(self.algorithm.rawValue)."
            )
        }
        return signature
    }

    /// Signs a text by a scheme that no token has, for the formats of their own that tests make.
    ///
    /// - Parameters:
    ///   - text: The bytes to sign.
    ///   - scheme: The scheme, which must fit the key.
    /// - Returns: The signature, or `nil` if libcrypto cannot sign.
    package func signature(over text: [UInt8], scheme: SignatureScheme) -> [UInt8]? {
        self.privateKey.signature(over: text, scheme: scheme)
    }

    static func library(_ context: OpenSSLContext) throws(SigningKeyError) -> CryptoLibrary {
        guard let library = CryptoLibrary.shared(context) else {
            throw SigningKeyError(
                .unavailable,
                "libcrypto could not be initialized. Check that the machine has enough memory."
            )
        }
        return library
    }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
    /// The key's ID and algorithm, without the key itself.
    public var description: String {
        "SigningKey(\(self.id), \(self.algorithm.rawValue))"
    }

    /// A mirror that shows the key's ID and algorithm but no key material.
    public var customMirror: Mirror {
        Mirror(self, children: ["id": self.id.rawValue, "algorithm": self.algorithm.rawValue])
    }
}
