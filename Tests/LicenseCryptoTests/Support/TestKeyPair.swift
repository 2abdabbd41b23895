import CLicenseOpenSSL
import Foundation
import TestSupport

/// A key pair that libcrypto generates while the tests run, or a sample.
final class TestKeyPair: @unchecked Sendable {
    /// The kind of key to generate.
    enum Kind {
        /// A kind by its name in libcrypto, such as `ED25519` or `X25519`.
        case named(String)
        /// An EC key on a named curve.
        case curve(String)
        /// An RSA or RSA-PSS key with the exponent 65537.
        case rsa(String, bits: Int32)
    }

    let pointer: OpaquePointer

    /// Generates a key pair of a kind.
    init(_ kind: Kind) {
        let name =
            switch kind {
            case .named(let name): name
            case .curve: "EC"
            case .rsa(let name, _): name
            }
        let context = EVP_PKEY_CTX_new_from_name(nil, name, nil)
        defer { EVP_PKEY_CTX_free(context) }
        precondition(EVP_PKEY_keygen_init(context) == 1, "libcrypto cannot generate a key of the kind \(name)")
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
            preconditionFailure("libcrypto cannot generate a key of the kind \(name)")
        }
        self.pointer = key
    }

    /// Loads the key pair of a sample.
    init(_ sample: RSAKeySample) {
        guard let info = Data(base64Encoded: sample.base64).map(Array.init) else {
            preconditionFailure("The sample is not in base64")
        }
        let key = info.withUnsafeBufferPointer { info in
            var next = info.baseAddress
            return d2i_AutoPrivateKey(nil, &next, info.count)
        }
        guard let key else {
            preconditionFailure("libcrypto cannot load the sample")
        }
        self.pointer = key
    }

    deinit {
        EVP_PKEY_free(self.pointer)
    }

    /// The public key as a SubjectPublicKeyInfo in DER.
    var subjectPublicKeyInfo: [UInt8] {
        var start: UnsafeMutablePointer<UInt8>?
        let count = i2d_PUBKEY(self.pointer, &start)
        defer { CRYPTO_free(start, nil, 0) }
        return Array(UnsafeBufferPointer(start: start, count: Int(count)))
    }

    /// Makes ``subjectPublicKeyInfo`` contain the curve's explicit parameters instead of its name.
    func useExplicitParameters() {
        precondition(EVP_PKEY_set_utf8_string_param(self.pointer, "encoding", "explicit") == 1)
    }

    /// The parameters of a signature.
    struct Parameters: Sendable {
        enum Padding: Sendable {
            case pkcs1
            case pss(saltLength: Int32, maskDigest: String)
        }

        /// The digest's name in libcrypto, or `nil` if the algorithm has a fixed digest.
        var digest: String?
        var padding: Padding?
        /// The signer id of SM2, or `nil` to set none, in which case libcrypto uses the empty one.
        var signerID: String?
    }

    /// Returns the signature over a text, in libcrypto's encoding.
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
        precondition(isStarted == 1, "libcrypto does not support these parameters")
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

    /// Returns the signature over a digest, in libcrypto's encoding.
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

    /// Returns the digest of bytes, by the name of the digest in libcrypto.
    static func digest(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
        let digest = EVP_MD_fetch(nil, name, nil)
        defer { EVP_MD_free(digest) }
        var value = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var size: UInt32 = 0
        precondition(EVP_Digest(bytes, bytes.count, &value, &size, digest, nil) == 1)
        return Array(value.prefix(Int(size)))
    }
}
