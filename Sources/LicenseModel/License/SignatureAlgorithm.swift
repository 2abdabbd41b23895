/// How a license is signed: the `alg` of a key.
///
/// The algorithm belongs to the trusted key. A token's `alg` is only compared with it. A key for an algorithm that this
/// release does not know is refused when it is loaded.
public struct SignatureAlgorithm: OpenCode {
    /// The algorithm's `alg` (RFC 7518, section 3.1), such as `ES256`.
    public let rawValue: String

    /// Takes an algorithm's `alg`, whether or not this release knows it.
    ///
    /// - Parameter rawValue: The `alg`, compared exactly.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Ed25519 (RFC 8032, RFC 9864).
    ///
    /// A token may also use the older name `EdDSA` (RFC 8037).
    public static var ed25519: SignatureAlgorithm { SignatureAlgorithm(rawValue: "Ed25519") }

    /// ECDSA on P-256 with SHA-256 (RFC 7518, section 3.4).
    public static var es256: SignatureAlgorithm { SignatureAlgorithm(rawValue: "ES256") }

    /// ECDSA on P-384 with SHA-384 (RFC 7518, section 3.4).
    public static var es384: SignatureAlgorithm { SignatureAlgorithm(rawValue: "ES384") }

    /// RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 7518, section 3.5).
    public static var ps256: SignatureAlgorithm { SignatureAlgorithm(rawValue: "PS256") }

    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, section 3.3).
    public static var rs256: SignatureAlgorithm { SignatureAlgorithm(rawValue: "RS256") }

    /// SM2 with SM3 and the signer id `1234567812345678` (GB/T 32918, GB/T 35276).
    ///
    /// The name is this format's own.
    public static var sm2SM3: SignatureAlgorithm { SignatureAlgorithm(rawValue: "SM2-SM3") }

    /// The algorithms of the license format.
    public static let known: [SignatureAlgorithm] = [.ed25519, .es256, .es384, .ps256, .rs256, .sm2SM3]

    /// The algorithm of the license format that a name stands for, or `nil` if the format has none of that name.
    ///
    /// - Parameter name: An `alg` value of a token or a JWK, compared exactly.
    package init?(name: String) {
        guard let algorithm = name == "EdDSA" ? .ed25519 : Self.known.first(where: { $0.rawValue.hasBytes(of: name) })
        else {
            return nil
        }
        self = algorithm
    }
}
