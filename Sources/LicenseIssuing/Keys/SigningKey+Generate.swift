public import LicenseCrypto
public import LicenseModel

extension SigningKey {
    /// Generates a new private key.
    ///
    /// - Parameters:
    ///   - algorithm: The algorithm to sign with. By default, Ed25519.
    ///   - id: The ID of the key. By default, the key's thumbprint (RFC 7638).
    ///   - rsaBits: The size of an RSA key in bits, from 2,048 to 4,096. By default, 3,072. Keys of other types have a
    ///     fixed size.
    ///   - conditions: The conditions under which products trust the key. By default, every issuer at any time, in
    ///     production.
    ///   - context: The libcrypto context to generate and use the key in. By default, the isolated context.
    /// - Returns: The new key.
    /// - Throws: ``SigningKeyError`` if the size or the validity is out of range, or if libcrypto cannot generate the
    ///   key.
    public static func generate(
        _ algorithm: SignatureAlgorithm = .ed25519,
        id: KeyID? = nil,
        rsaBits: Int = 3_072,
        conditions: KeyConditions = .unrestricted,
        context: OpenSSLContext = .isolated
    ) throws(SigningKeyError) -> SigningKey {
        guard (2_048...4_096).contains(rsaBits) else {
            throw SigningKeyError(.weakKey, "An RSA key cannot have \(rsaBits) bits. Choose a size from 2048 to 4096.")
        }
        guard let key = PrivateKey(generating: algorithm, rsaBits: rsaBits, library: try self.library(context)) else {
            throw SigningKeyError(
                .unavailable,
                "This process's libcrypto cannot generate a key for \(algorithm.rawValue). Use the isolated context or"
                    + " another algorithm."
            )
        }
        return try SigningKey(key, algorithm: algorithm, id: id, conditions: conditions, context: context)
    }
}
