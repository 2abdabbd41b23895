import LicenseModel

/// How libcrypto checks the signatures of an algorithm.
struct SignatureScheme {
    /// What is set beside the digest.
    enum Parameters {
        case none
        /// RSASSA-PSS with the digest in MGF1 and a salt as long as the digest.
        case pss
        case pkcs1
        /// SM2 with the signer id that GB/T 35276 fixes.
        case sm2
    }

    /// How the token spells the signature.
    enum Encoding {
        /// As libcrypto takes it.
        case plain
        /// The numbers r and s, each this many bytes (RFC 7518, section 3.4), which libcrypto takes in DER.
        case pair(numberSize: Int)
    }

    /// The digest's name in libcrypto.
    ///
    /// `nil` where the algorithm has its own.
    let digest: String?
    let parameters: Parameters
    let encoding: Encoding

    /// The scheme of an algorithm.
    init(_ algorithm: SignatureAlgorithm) {
        switch algorithm {
        case .ed25519: (self.digest, self.parameters, self.encoding) = (nil, .none, .plain)
        case .es256: (self.digest, self.parameters, self.encoding) = ("SHA256", .none, .pair(numberSize: 32))
        case .es384: (self.digest, self.parameters, self.encoding) = ("SHA384", .none, .pair(numberSize: 48))
        case .ps256: (self.digest, self.parameters, self.encoding) = ("SHA256", .pss, .plain)
        case .rs256: (self.digest, self.parameters, self.encoding) = ("SHA256", .pkcs1, .plain)
        case .sm2SM3: (self.digest, self.parameters, self.encoding) = ("SM3", .sm2, .pair(numberSize: 32))
        }
    }
}
