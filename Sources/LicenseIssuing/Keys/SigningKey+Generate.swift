public import LicenseCrypto
public import LicenseModel

extension SigningKey {
    /// Makes a new key.
    ///
    /// - Parameters:
    ///   - algorithm: What it signs with.
    ///   - id: Its id. By default its thumbprint (RFC 7638).
    ///   - rsaBits: How many bits an RSA key has, 2,048 to 4,096. Other keys have one size.
    ///   - conditions: What it is trusted for.
    ///   - context: Which of libcrypto's contexts it is made and used in.
    /// - Returns: The key.
    /// - Throws: ``SigningKeyError`` where the bits or the validity are refused, or libcrypto does not make such a key.
    public static func generate(
        _ algorithm: SignatureAlgorithm = .ed25519,
        id: KeyID? = nil,
        rsaBits: Int = 3_072,
        conditions: KeyConditions = .unrestricted,
        context: LibraryContext = .isolated
    ) throws(SigningKeyError) -> SigningKey {
        guard (2_048...4_096).contains(rsaBits) else {
            throw SigningKeyError(.weakKey, "An RSA key of \(rsaBits) bits is not taken. Choose 2048 to 4096.")
        }
        guard let key = PrivateKey(generating: algorithm, rsaBits: rsaBits, library: try self.library(context)) else {
            throw SigningKeyError(
                .unavailable,
                "This process's libcrypto makes no key for \(algorithm.rawValue). Use the isolated context, or another"
                    + " algorithm."
            )
        }
        return try SigningKey(key, algorithm: algorithm, id: id, conditions: conditions, context: context)
    }
}
