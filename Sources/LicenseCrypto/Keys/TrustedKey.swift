public import LicenseModel

/// A public key that a vendor signs licenses with, and what it is trusted for.
///
/// The key comes from the product's own code, never from a license or the environment. It is read strictly and checked
/// when it is made; verifying on many threads shares it.
public struct TrustedKey: Sendable, Identifiable {
    /// The key's id, by which a token names it.
    public let id: KeyID

    /// The one algorithm that the key is for.
    public let algorithm: SignatureAlgorithm

    /// What the key is trusted for.
    public let conditions: KeyConditions

    /// The key's thumbprint (RFC 7638): which key it is, whatever its id, algorithm and conditions are.
    let thumbprint: [UInt8]

    private let library: CryptoLibrary
    private let verification: PreparedVerification

    /// Checks a key and takes it in.
    package init(
        _ material: KeyMaterial,
        algorithm: SignatureAlgorithm?,
        id: KeyID?,
        conditions: KeyConditions = .unrestricted,
        context: LibraryContext
    ) throws(TrustedKeyError) {
        try material.requireStrength()
        guard let algorithm = algorithm ?? (material.algorithms.count == 1 ? material.algorithms.first : nil) else {
            throw TrustedKeyError(
                .algorithmMissing,
                "An RSA key must say whether it is for PS256 or for RS256. Name one of them."
            )
        }
        guard material.algorithms.contains(algorithm) else {
            throw TrustedKeyError(
                .unsupported,
                "The key is not one for \(algorithm.rawValue). Name the right algorithm."
            )
        }
        guard conditions.validity.isValid else {
            throw TrustedKeyError(
                .malformed,
                "The key's validity is not one: 'nbf' must be before 'exp', and neither before 1970."
            )
        }
        guard let library = CryptoLibrary.shared(context),
            let thumbprint = library.sha256(Array(material.thumbprintInput.utf8))
        else {
            throw TrustedKeyError(
                .unavailable,
                "libcrypto could not be set up. Check that the machine has memory left."
            )
        }
        guard let id = id ?? KeyID(rawValue: Base64.encodeURL(thumbprint)) else {
            throw TrustedKeyError(.malformed, "The key's id is not one of 1 to 64 characters of A-Z a-z 0-9 . _ -")
        }
        guard let scheme = SignatureScheme(algorithm) else {
            throw Self.unavailable(algorithm)
        }
        guard library.hasKeys(ofType: scheme.keyType) else {
            throw Self.unavailable(algorithm)
        }
        guard let publicKey = PublicKey(subjectPublicKeyInfo: material.subjectPublicKeyInfo, library: library) else {
            guard !LibcryptoUse.isExiting else {
                throw Self.unavailable(algorithm)
            }
            throw TrustedKeyError(
                .weakKey,
                "libcrypto refuses the key '\(id)': its numbers are none that a key has. Export the public key again."
            )
        }
        guard let verification = PreparedVerification(of: publicKey, scheme: scheme) else {
            throw Self.unavailable(algorithm)
        }
        self.id = id
        self.algorithm = algorithm
        self.conditions = conditions
        self.thumbprint = thumbprint
        self.library = library
        self.verification = verification
    }

    private static func unavailable(_ algorithm: SignatureAlgorithm) -> TrustedKeyError {
        TrustedKeyError(
            .unavailable,
            "This process's libcrypto does not have \(algorithm.rawValue). Use the isolated context, another libcrypto, or a"
                + " key for another algorithm."
        )
    }

    /// Tells whether a signature is this key's over a text.
    ///
    /// - Returns: `nil` where that can't be told: the process exits, or has no memory left.
    func verdict(on signature: [UInt8], over text: ArraySlice<UInt8>) -> Bool? {
        self.verification.verdict(on: signature, over: text)
    }

    /// Whether a signature is known to be this key's over a text.
    package func isValid(_ signature: [UInt8], over text: ArraySlice<UInt8>) -> Bool {
        self.verdict(on: signature, over: text) ?? false
    }

    /// The digest of a payload that this key signed, or `nil` where libcrypto fails.
    func digest(_ payload: [UInt8]) -> PayloadDigest? {
        self.library.sha256(payload).map(PayloadDigest.init)
    }
}

extension TrustedKey: CustomStringConvertible, CustomDebugStringConvertible {
    /// The key's id and algorithm, without the key.
    public var description: String {
        "TrustedKey(\(self.id), \(self.algorithm.rawValue))"
    }

    /// The key's id and algorithm, without the key.
    public var debugDescription: String {
        self.description
    }
}
