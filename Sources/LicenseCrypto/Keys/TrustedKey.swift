public import LicenseModel

/// A vendor's public key for verifying licenses, with the conditions under which it is trusted.
///
/// Embed the key in the product's code. Never load it from a license or from the environment. The initializers parse the
/// key strictly and validate it. Afterwards, threads can share it.
///
/// ```swift
/// let key = try TrustedKey(pem: vendorKey, id: "vendor-2027")
/// let verifier = LicenseVerifier(trusting: try TrustedKeys([key]), catalog: catalog)
/// ```
public struct TrustedKey: Sendable, Identifiable {
    /// The ID that a token uses to name the key in `kid`.
    public let id: KeyID

    /// The only algorithm that the key is trusted for.
    public let algorithm: SignatureAlgorithm

    /// The issuer, time and environment that the key is trusted for.
    public let conditions: KeyConditions

    /// The key's thumbprint (RFC 7638), which does not depend on its ID, algorithm or conditions.
    let thumbprint: [UInt8]

    private let library: CryptoLibrary
    private let verification: PreparedVerification

    /// Creates a trusted key from its numbers after validating them.
    ///
    /// - Parameters:
    ///   - material: The numbers of the key.
    ///   - algorithm: The algorithm, or `nil` if the key can be used with only one.
    ///   - id: The key ID, or `nil` to use the thumbprint (RFC 7638).
    ///   - conditions: The conditions under which the key is trusted.
    ///   - context: The libcrypto context to use the key in.
    /// - Throws: `TrustedKeyError` if the key or an argument is refused.
    package init(
        _ material: KeyMaterial,
        algorithm: SignatureAlgorithm?,
        id: KeyID?,
        conditions: KeyConditions = .unrestricted,
        context: OpenSSLContext
    ) throws(TrustedKeyError) {
        try material.requireStrength()
        guard let algorithm = algorithm ?? (material.algorithms.count == 1 ? material.algorithms.first : nil) else {
            throw TrustedKeyError(.algorithmMissing, .algorithmMissing)
        }
        guard material.algorithms.contains(algorithm) else {
            throw TrustedKeyError(.unsupported, .otherAlgorithm, algorithm.rawValue)
        }
        guard conditions.validity.isValid else {
            throw TrustedKeyError(.malformed, .invalidValidity)
        }
        guard let library = CryptoLibrary.shared(context),
            let thumbprint = library.sha256(Array(material.thumbprintInput.utf8))
        else {
            throw TrustedKeyError(.unavailable, .notInitialized)
        }
        guard let id = id ?? KeyID(rawValue: Base64.encodeURL(thumbprint)) else {
            throw TrustedKeyError(.malformed, .keyID)
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
            throw TrustedKeyError(.weakKey, .invalidNumbers, id.rawValue)
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
        TrustedKeyError(.unavailable, .notSupported, algorithm.rawValue)
    }

    /// Returns what verifies signatures of the same key by another scheme, or `nil` if libcrypto does not support it.
    ///
    /// A format of its own can have schemes that no token has.
    package func verification(by scheme: SignatureScheme) -> PreparedVerification? {
        PreparedVerification(of: self.verification.key, scheme: scheme)
    }

    /// Returns whether a signature of this key over a text is valid.
    ///
    /// - Returns: `nil` if the signature cannot be checked, because the process is exiting or out of memory.
    func checkSignature(_ signature: [UInt8], over text: ArraySlice<UInt8>) -> Bool? {
        self.verification.checkSignature(signature, over: text)
    }

    /// Returns whether a signature of this key over a text is valid, or `false` if it cannot be checked.
    package func isValid(_ signature: [UInt8], over text: ArraySlice<UInt8>) -> Bool {
        self.checkSignature(signature, over: text) ?? false
    }

    /// Returns the digest of a payload that this key signed, or `nil` if libcrypto fails.
    func digest(_ payload: [UInt8]) -> PayloadDigest? {
        self.library.sha256(payload).map(PayloadDigest.init)
    }
}

extension TrustedKey: CustomStringConvertible {
    /// The key's ID and algorithm, without the key itself.
    public var description: String {
        "TrustedKey(\(self.id), \(self.algorithm.rawValue))"
    }
}
