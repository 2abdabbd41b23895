package import LicenseModel

/// The libcrypto parameters for verifying the signatures of an algorithm.
package struct SignatureScheme {
    /// The parameters that are set in addition to the digest.
    package enum Parameters {
        case none
        /// RSASSA-PSS with the same digest in MGF1, and a salt as long as the digest.
        case pss
        /// RSASSA-PKCS1-v1_5 padding (RFC 8017, section 8.2).
        case pkcs1
        /// SM2 with the default signer ID of GB/T 35276.
        case sm2
    }

    /// The encoding of the signature in a token.
    package enum Encoding {
        /// The signature in the form that libcrypto accepts.
        case plain
        /// The integers r and s, each of `numberSize` bytes (RFC 7518, section 3.4). libcrypto needs them in DER.
        case pair(numberSize: Int)
    }

    /// The libcrypto name of the key type.
    package let keyType: String

    /// The libcrypto name of the digest, or `nil` if the algorithm includes its own.
    package let digest: String?

    /// The parameters that are set in addition to the digest.
    package let parameters: Parameters

    /// The encoding of the signature in a token.
    package let encoding: Encoding

    /// Creates a scheme from its parameters.
    package init(_ keyType: String, _ digest: String?, _ parameters: Parameters, _ encoding: Encoding) {
        self.keyType = keyType
        self.digest = digest
        self.parameters = parameters
        self.encoding = encoding
    }

    /// Creates the scheme of an algorithm, or returns `nil` if this release does not support it.
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
