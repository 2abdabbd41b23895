import CLicenseOpenSSL

/// A key pair of libcrypto, made when the tests run.
final class TestKeyPair: @unchecked Sendable {
    /// What kind of key it is.
    enum Kind {
        /// By the name that libcrypto has for it, such as `ED25519` or `X25519`.
        case named(String)
        /// On a curve by name.
        case curve(String)
        /// RSA or RSA-PSS, with the exponent 65537.
        case rsa(String, bits: Int32)
    }

    let pointer: OpaquePointer

    /// Makes a key.
    init(_ kind: Kind) {
        let name =
            switch kind {
            case .named(let name): name
            case .curve: "EC"
            case .rsa(let name, _): name
            }
        let context = EVP_PKEY_CTX_new_from_name(nil, name, nil)
        defer { EVP_PKEY_CTX_free(context) }
        precondition(EVP_PKEY_keygen_init(context) == 1, "libcrypto makes no key of the kind \(name)")
        switch kind {
        case .named:
            break
        case .curve(let curve):
            precondition(EVP_PKEY_CTX_set_group_name(context, curve) == 1, "libcrypto lacks the curve \(curve)")
        case .rsa(_, let bits):
            precondition(EVP_PKEY_CTX_set_rsa_keygen_bits(context, bits) == 1, "libcrypto refuses \(bits) bits")
        }
        var key: OpaquePointer?
        guard EVP_PKEY_generate(context, &key) == 1, let key else {
            preconditionFailure("libcrypto makes no key of the kind \(name)")
        }
        self.pointer = key
    }

    deinit {
        EVP_PKEY_free(self.pointer)
    }

    /// The public key in DER.
    var subjectPublicKeyInfo: [UInt8] {
        var start: UnsafeMutablePointer<UInt8>?
        let count = i2d_PUBKEY(self.pointer, &start)
        defer { CRYPTO_free(start, nil, 0) }
        return Array(UnsafeBufferPointer(start: start, count: Int(count)))
    }

    /// Writes the curve by its parameters, not by its name, from now on.
    func nameParameters() {
        precondition(EVP_PKEY_set_utf8_string_param(self.pointer, "encoding", "explicit") == 1)
    }

    /// How a text is signed.
    struct Parameters: Sendable {
        enum Padding: Sendable {
            case pkcs1
            case pss(saltLength: Int32, maskDigest: String)
        }

        /// `nil` where the algorithm has its own.
        var digest: String?
        var padding: Padding?
        /// SM2's signer id; `nil`: none is set, which libcrypto takes for the empty one.
        var signerID: String?
    }

    /// The signature of a text as libcrypto spells it.
    func signature(over text: [UInt8], _ parameters: Parameters) -> [UInt8] {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        var keyContext: OpaquePointer?
        let isStarted = EVP_DigestSignInit_ex(
            context,
            &keyContext,
            parameters.digest,
            nil,
            nil,
            self.pointer,
            nil
        )
        precondition(isStarted == 1, "libcrypto does not sign so")
        switch parameters.padding {
        case .pkcs1?:
            precondition(EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PADDING) == 1)
        case .pss(let saltLength, let maskDigest)?:
            precondition(EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) == 1)
            precondition(EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, saltLength) == 1)
            precondition(EVP_PKEY_CTX_set_rsa_mgf1_md_name(keyContext, maskDigest, nil) == 1)
        case nil:
            break
        }
        if let id = parameters.signerID.map({ Array($0.utf8) }) {
            precondition(EVP_PKEY_CTX_set1_id(keyContext, id, Int32(id.count)) == 1)
        }
        var size = 0
        precondition(EVP_DigestSign(context, nil, &size, text, text.count) == 1)
        var signature = [UInt8](repeating: 0, count: size)
        precondition(EVP_DigestSign(context, &signature, &size, text, text.count) == 1)
        return Array(signature.prefix(size))
    }

    /// The signature of a digest as libcrypto spells it.
    func signature(overDigest digest: [UInt8]) -> [UInt8] {
        let context = EVP_PKEY_CTX_new_from_pkey(nil, self.pointer, nil)
        defer { EVP_PKEY_CTX_free(context) }
        precondition(EVP_PKEY_sign_init(context) == 1)
        var size = 0
        precondition(EVP_PKEY_sign(context, nil, &size, digest, digest.count) == 1)
        var signature = [UInt8](repeating: 0, count: size)
        precondition(EVP_PKEY_sign(context, &signature, &size, digest, digest.count) == 1)
        return Array(signature.prefix(size))
    }

    /// The digest of bytes, by the name that libcrypto has for it.
    static func digest(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
        let digest = EVP_MD_fetch(nil, name, nil)
        defer { EVP_MD_free(digest) }
        var value = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var size: UInt32 = 0
        precondition(EVP_Digest(bytes, bytes.count, &value, &size, digest, nil) == 1)
        return Array(value.prefix(Int(size)))
    }
}
