import LicenseModel

extension TrustedKey {
    /// Reads a public key as a JWK (RFC 7517, RFC 7518, RFC 8037).
    ///
    /// Beside the key itself it may have `kid`, `alg`, `use` (`sig`) and `key_ops` (`verify`), and as this library's own
    /// `iss`, `nbf` and `exp` (for the `iat` of the licenses that it signs: from `nbf`, before `exp`) and `environment`
    /// (`production` or `test`). Other members are ignored. A member of a private key refuses it.
    ///
    /// - Parameters:
    ///   - jwk: The text, at most 256 KiB of strict JSON.
    ///   - context: Which of libcrypto's contexts the key is checked and used in.
    /// - Throws: ``TrustedKeyError`` where the text or the key is refused.
    public init(jwk: String, context: LibraryContext = .isolated) throws(TrustedKeyError) {
        try self.init(try TrustedKeys.document(Array(jwk.utf8)).members, context: context)
    }

    init(_ members: JSONValue.Members, context: LibraryContext) throws(TrustedKeyError) {
        let jwk = try JWK(members)
        let material = try jwk.material()
        guard jwk.algorithm != nil || material.algorithms.count == 1 else {
            throw TrustedKeyError(.malformed, "The RSA key's 'alg' is missing: PS256 or RS256. Add it to the JWK.")
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
