package import LicenseModel

/// How libcrypto checks the signatures of an algorithm.
package struct SignatureScheme {
    /// What is set beside the digest.
    package enum Parameters {
        case none
        /// RSASSA-PSS with the digest in MGF1 and a salt as long as the digest.
        case pss
        case pkcs1
        /// SM2 with the signer id that GB/T 35276 fixes.
        case sm2
    }

    /// How the token spells the signature.
    package enum Encoding {
        /// As libcrypto takes it.
        case plain
        /// The numbers r and s, each this many bytes (RFC 7518, section 3.4), which libcrypto takes in DER.
        case pair(numberSize: Int)
    }

    /// The type of its keys, by libcrypto's name.
    package let keyType: String

    /// The digest, by libcrypto's name.
    ///
    /// `nil` where the algorithm has its own.
    package let digest: String?

    /// What is set beside the digest.
    package let parameters: Parameters

    /// How the token spells the signature.
    package let encoding: Encoding

    private init(_ keyType: String, _ digest: String?, _ parameters: Parameters, _ encoding: Encoding) {
        self.keyType = keyType
        self.digest = digest
        self.parameters = parameters
        self.encoding = encoding
    }

    /// The scheme of an algorithm, or `nil` if this release does not know it.
    package init?(_ algorithm: SignatureAlgorithm) {
        switch algorithm {
        case .ed25519: self.init("ED25519", nil, .none, .plain)
        case .es256: self.init("EC", "SHA256", .none, .pair(numberSize: 32))
        case .es384: self.init("EC", "SHA384", .none, .pair(numberSize: 48))
        case .ps256: self.init("RSA", "SHA256", .pss, .plain)
        case .rs256: self.init("RSA", "SHA256", .pkcs1, .plain)
        case .sm2SM3: self.init("SM2", "SM3", .sm2, .pair(numberSize: 32))
        default: return nil
        }
    }
}
