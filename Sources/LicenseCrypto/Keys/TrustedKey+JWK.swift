import LicenseModel

extension TrustedKey {
    /// Creates a trusted key from a JWK (RFC 7517, RFC 7518, RFC 8037).
    ///
    /// In addition to the members of the key itself, the JWK can contain:
    ///
    /// - `kid`, `alg`, `use` (`sig`) and `key_ops` (`verify`). An RSA key requires `alg`.
    /// - `iss`, the only issuer that the key is trusted for.
    /// - `nbf` and `exp`, which limit the `iat` of the licenses that the key signs: from `nbf`, and before `exp`.
    /// - `environment`: `production` or `test`.
    ///
    /// The last four are extensions of this library. Other members are ignored, but a JWK with a member of a private key
    /// is refused.
    ///
    /// - Parameters:
    ///   - jwk: The text of the JWK: at most 256 KiB of strict JSON.
    ///   - context: The libcrypto context to validate and use the key in.
    /// - Throws: ``TrustedKeyError`` if the text or the key is refused.
    public init(jwk: String, context: OpenSSLContext = .isolated) throws(TrustedKeyError) {
        let members = try TrustedKeys.document(Array(jwk.utf8)).members
        guard !members.contains(where: { $0.name == "keys" }) || members.contains(where: { $0.name == "kty" }) else {
            throw TrustedKeyError(.malformed, .setAsJWK)
        }
        try self.init(members, context: context)
    }

    init(_ members: JSONValue.Members, context: OpenSSLContext) throws(TrustedKeyError) {
        let jwk = try JWK(members)
        let material = try jwk.material()
        guard jwk.algorithm != nil || material.algorithms.count == 1 else {
            throw TrustedKeyError(.malformed, .algorithmMissingInJWK)
        }
        try self.init(
            material,
            algorithm: jwk.algorithm,
            id: jwk.keyID,
            conditions: jwk.conditions,
            context: context
        )
    }
}
