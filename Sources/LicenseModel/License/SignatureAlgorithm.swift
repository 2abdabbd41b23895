/// How a licence is signed: the `alg` of a key.
///
/// The algorithm belongs to the trusted key; a token's `alg` is only compared with it.
public enum SignatureAlgorithm: String, Sendable, Hashable, Codable, CaseIterable {
    /// Ed25519 (RFC 8032, RFC 9864). A token may also use the older name `EdDSA` (RFC 8037).
    case ed25519 = "Ed25519"

    /// ECDSA on P-256 with SHA-256 (RFC 7518, section 3.4).
    case es256 = "ES256"

    /// ECDSA on P-384 with SHA-384 (RFC 7518, section 3.4).
    case es384 = "ES384"

    /// RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 7518, section 3.5).
    case ps256 = "PS256"

    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, section 3.3).
    case rs256 = "RS256"

    /// SM2 with SM3 and the signer id `1234567812345678` (GB/T 32918, GB/T 35276). The name is this format's own.
    case sm2SM3 = "SM2-SM3"

    /// The algorithm that a name stands for, or `nil` where the format has none of that name.
    ///
    /// - Parameter name: An `alg` value of a token or a JWK, compared exactly.
    public init?(name: String) {
        if name == "EdDSA" {
            self = .ed25519
        } else {
            self.init(rawValue: name)
        }
    }
}
