import CBenchmarkOpenSSL
import Foundation
import LicenseCrypto
import LicenseModel

/// A new key that signs one license, and verifies its signature with only libcrypto.
final class SigningKey: @unchecked Sendable {
    let algorithm: SignatureAlgorithm
    let trusted: TrustedKeys
    let pem: String
    let token: String

    private let key: OpaquePointer
    private let publicKey: OpaquePointer
    private let signedText: [UInt8]
    private let signature: [UInt8]

    /// Creates a key and signs a license of about 700 bytes.
    init(_ algorithm: SignatureAlgorithm, header name: String? = nil) {
        self.algorithm = algorithm
        self.key = Self.makeKey(algorithm)
        var der: UnsafeMutablePointer<UInt8>?
        let count = Int(i2d_PUBKEY(self.key, &der))
        let spki = Array(UnsafeBufferPointer(start: der, count: count))
        CRYPTO_free(der, nil, 0)
        // Loaded from its SubjectPublicKeyInfo, as in a verifier.
        self.publicKey = requireValue {
            spki.withUnsafeBufferPointer { buffer in
                var next = buffer.baseAddress
                return d2i_PUBKEY(nil, &next, buffer.count)
            }
        }
        // jwt-kit requires lines of 64 characters.
        let lines = Data(spki).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
        let pem = "-----BEGIN PUBLIC KEY-----\n\(lines)\n-----END PUBLIC KEY-----\n"
        self.pem = pem
        self.trusted = requireValue { try TrustedKeys([TrustedKey(pem: pem, algorithm: algorithm, id: "benchmark")]) }

        let header = #"{"alg":"\#(name ?? algorithm.rawValue)","kid":"benchmark","typ":"license+jwt"}"#
        let text = "\(base64URL(Array(header.utf8))).\(base64URL(Array(payload.utf8)))"
        self.signedText = Array(text.utf8)
        self.signature = Self.sign(self.signedText, self.key, algorithm)
        let raw =
            algorithm == .es256 || algorithm == .es384 || algorithm == .sm2SM3
            ? rawPair(self.signature, size: algorithm == .es384 ? 48 : 32) : self.signature
        self.token = "\(text).\(base64URL(raw))"
    }

    /// Verifies the signature with the minimal sequence of calls, with a loaded key and a signature in libcrypto's encoding.
    func verifyBare() {
        let context = EVP_MD_CTX_new()
        var keyContext: OpaquePointer?
        EVP_DigestVerifyInit_ex(context, &keyContext, Self.digest(self.algorithm), nil, nil, self.publicKey, nil)
        Self.setParameters(self.algorithm, keyContext)
        let result = EVP_DigestVerify(
            context,
            self.signature,
            self.signature.count,
            self.signedText,
            self.signedText.count
        )
        EVP_MD_CTX_free(context)
        precondition(result == 1)
    }

    private static func makeKey(_ algorithm: SignatureAlgorithm) -> OpaquePointer {
        let (type, group): (String, String?) =
            switch algorithm {
            case .ed25519: ("ED25519", nil)
            case .es256: ("EC", "P-256")
            case .es384: ("EC", "P-384")
            case .ps256, .rs256: ("RSA", nil)
            case .sm2SM3: ("SM2", nil)
            default: preconditionFailure("There is no benchmark for \(algorithm)")
            }
        let context = EVP_PKEY_CTX_new_from_name(nil, type, nil)
        EVP_PKEY_keygen_init(context)
        if let group {
            EVP_PKEY_CTX_set_group_name(context, group)
        }
        if type == "RSA" {
            EVP_PKEY_CTX_set_rsa_keygen_bits(context, 2_048)
        }
        var key: OpaquePointer?
        EVP_PKEY_generate(context, &key)
        EVP_PKEY_CTX_free(context)
        return requireValue { key }
    }

    private static func sign(_ text: [UInt8], _ key: OpaquePointer, _ algorithm: SignatureAlgorithm) -> [UInt8] {
        let context = EVP_MD_CTX_new()
        var keyContext: OpaquePointer?
        EVP_DigestSignInit_ex(context, &keyContext, self.digest(algorithm), nil, nil, key, nil)
        self.setParameters(algorithm, keyContext)
        var count = 1_024
        var signature = [UInt8](repeating: 0, count: count)
        precondition(EVP_DigestSign(context, &signature, &count, text, text.count) == 1)
        EVP_MD_CTX_free(context)
        return Array(signature.prefix(count))
    }

    private static func digest(_ algorithm: SignatureAlgorithm) -> String? {
        switch algorithm {
        case .ed25519: nil
        case .es384: "SHA384"
        case .sm2SM3: "SM3"
        case .es256, .ps256, .rs256: "SHA256"
        default: preconditionFailure("There is no benchmark for \(algorithm)")
        }
    }

    private static func setParameters(_ algorithm: SignatureAlgorithm, _ context: OpaquePointer?) {
        switch algorithm {
        case .ps256:
            EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING)
            EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST)
        case .sm2SM3:
            EVP_PKEY_CTX_set1_id(context, "1234567812345678", 16)
        case .ed25519, .es256, .es384, .rs256:
            break
        default: preconditionFailure("There is no benchmark for \(algorithm)")
        }
    }
}
