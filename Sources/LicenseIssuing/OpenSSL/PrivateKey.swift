import CLicenseOpenSSL
import LicenseCrypto
import LicenseModel

/// A private key that libcrypto holds and overwrites when it is released.
@safe final class PrivateKey: Sendable {
    nonisolated(unsafe) let pointer: OpaquePointer
    let library: CryptoLibrary

    /// Takes ownership of a libcrypto key.
    init(_ pointer: OpaquePointer, library: CryptoLibrary) {
        unsafe self.pointer = pointer
        self.library = library
    }

    /// Generates a new key, or returns `nil` if libcrypto cannot generate it.
    convenience init?(generating algorithm: SignatureAlgorithm, rsaBits: Int, library: CryptoLibrary) {
        guard let type = SignatureScheme(algorithm)?.keyType, let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        guard let context = unsafe EVP_PKEY_CTX_new_from_name(library.context, type, nil) else {
            return nil
        }
        defer { unsafe EVP_PKEY_CTX_free(context) }
        guard unsafe EVP_PKEY_keygen_init(context) == 1 else {
            return nil
        }
        let isConfigured =
            switch algorithm {
            case .ed25519, .sm2SM3: true
            case .es256: unsafe EVP_PKEY_CTX_set_group_name(context, "P-256") == 1
            case .es384: unsafe EVP_PKEY_CTX_set_group_name(context, "P-384") == 1
            case .ps256, .rs256: unsafe EVP_PKEY_CTX_set_rsa_keygen_bits(context, Int32(clamping: rsaBits)) == 1
            default: false
            }
        var key: OpaquePointer?
        guard isConfigured, unsafe EVP_PKEY_generate(context, &key) == 1, let key = unsafe key else {
            return nil
        }
        unsafe self.init(key, library: library)
    }

    /// Loads a key from its PrivateKeyInfo (RFC 5208, RFC 5958), or returns `nil` if libcrypto refuses it.
    convenience init?(privateKeyInfo: SecretBytes, library: CryptoLibrary) {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        guard let info = unsafe Self.decoded(privateKeyInfo) else {
            return nil
        }
        defer { unsafe PKCS8_PRIV_KEY_INFO_free(info) }
        // libcrypto's decoders do not overwrite their copies of the key before they free them. For an Ed25519 key, the
        // seed is enough, so the decoders are not needed.
        if unsafe Self.isEd25519(info) {
            guard let seed = unsafe Self.seed(in: info) else {
                return nil
            }
            self.init(seed: seed, library: library)
            return
        }
        guard let key = unsafe EVP_PKCS82PKEY_ex(info, library.context, nil) else {
            return nil
        }
        unsafe self.init(key, library: library)
    }

    deinit {
        // While the process exits, libcrypto may already have been cleaned up.
        if let use = LibcryptoUse() {
            unsafe EVP_PKEY_free(self.pointer)
            use.end()
        }
    }

    /// Whether the private numbers match the public ones.
    ///
    /// Only RSA keys are checked here: with wrong factors, libcrypto falls back to a slower computation and the
    /// signature is still valid. Other keys are checked by verifying a signature, so this property is `true` for them.
    var isConsistent: Bool {
        guard let use = LibcryptoUse() else {
            return false
        }
        defer { use.end() }
        guard unsafe EVP_PKEY_is_a(self.pointer, "RSA") == 1 else {
            return true
        }
        guard let check = unsafe EVP_PKEY_CTX_new_from_pkey(self.library.context, self.pointer, nil) else {
            return false
        }
        defer { unsafe EVP_PKEY_CTX_free(check) }
        return unsafe EVP_PKEY_pairwise_check(check) == 1
    }

    /// The SubjectPublicKeyInfo of the public half in DER, or `nil` if libcrypto cannot encode it.
    var subjectPublicKeyInfo: [UInt8]? {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        var start: UnsafeMutablePointer<UInt8>?
        let count = unsafe i2d_PUBKEY(self.pointer, &start)
        defer { unsafe CRYPTO_free(start, nil, 0) }
        guard count > 0 else {
            return nil
        }
        return unsafe Array(UnsafeBufferPointer(start: start, count: Int(count)))
    }
}
