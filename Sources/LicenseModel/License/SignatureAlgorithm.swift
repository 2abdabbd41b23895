/// The signature algorithm of a license: the `alg` of the trusted key.
///
/// A verifier uses the algorithm of the trusted key, and only compares the token's `alg` with it. A key with an
/// algorithm that this release does not support is refused when you load it.
public struct SignatureAlgorithm: ExtensibleCode {
    /// The algorithm's name as an `alg` value, such as `ES256` (RFC 7518, section 3.1).
    public let rawValue: String

    /// Creates an algorithm, which does not have to be known to this release.
    ///
    /// - Parameter rawValue: The `alg` value, which is case-sensitive.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// EdDSA with the curve Ed25519 (RFC 8032, RFC 9864).
    ///
    /// A token or key can also use the older name `EdDSA` (RFC 8037).
    public static var ed25519: SignatureAlgorithm { SignatureAlgorithm(rawValue: "Ed25519") }

    /// ECDSA on P-256 with SHA-256 (RFC 7518, section 3.4).
    public static var es256: SignatureAlgorithm { SignatureAlgorithm(rawValue: "ES256") }

    /// ECDSA on P-384 with SHA-384 (RFC 7518, section 3.4).
    public static var es384: SignatureAlgorithm { SignatureAlgorithm(rawValue: "ES384") }

    /// RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 7518, section 3.5).
    public static var ps256: SignatureAlgorithm { SignatureAlgorithm(rawValue: "PS256") }

    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, section 3.3).
    public static var rs256: SignatureAlgorithm { SignatureAlgorithm(rawValue: "RS256") }

    /// SM2 with SM3 and the signer ID `1234567812345678` (GB/T 32918, GB/T 35276).
    ///
    /// The license format defines this name. It is not a registered `alg` value.
    public static var sm2SM3: SignatureAlgorithm { SignatureAlgorithm(rawValue: "SM2-SM3") }

    /// The algorithms that the license format supports.
    public static let known: [SignatureAlgorithm] = [.ed25519, .es256, .es384, .ps256, .rs256, .sm2SM3]

    /// Creates an algorithm from its name, or returns `nil` if the license format does not support it.
    ///
    /// - Parameter name: The `alg` value of a token or JWK, which is case-sensitive.
    package init?(name: String) {
        guard let algorithm = name == "EdDSA" ? .ed25519 : Self.known.first(where: { $0.rawValue.hasBytes(of: name) })
        else {
            return nil
        }
        self = algorithm
    }
}
