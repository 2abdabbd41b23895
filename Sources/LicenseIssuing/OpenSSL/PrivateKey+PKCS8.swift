import CLicenseOpenSSL
import LicenseCrypto

// Encoding, encryption and decryption of PKCS#8: PrivateKeyInfo and EncryptedPrivateKeyInfo (RFC 5958).
extension PrivateKey {
    /// The number of PBKDF2 iterations (HMAC-SHA-256) for encryption, as OWASP has recommended since 2023.
    private static let iterations: Int32 = 600_000

    /// Encrypts a PrivateKeyInfo using PBES2 with AES-256-CBC.
    ///
    /// - Returns: The EncryptedPrivateKeyInfo, or `nil` if libcrypto cannot encrypt it.
    static func encrypt(_ privateKeyInfo: SecretBytes, password: SecretBytes, library: CryptoLibrary) -> SecretBytes? {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        guard let cipher = unsafe EVP_CIPHER_fetch(library.context, "AES-256-CBC", nil) else {
            return nil
        }
        defer { unsafe EVP_CIPHER_free(cipher) }
        guard let info = unsafe self.decoded(privateKeyInfo) else {
            return nil
        }
        defer { unsafe PKCS8_PRIV_KEY_INFO_free(info) }
        let encrypted = unsafe password.withPointer { password in
            unsafe password.withMemoryRebound(to: CChar.self) { password in
                unsafe PKCS8_encrypt_ex(
                    -1,
                    cipher,
                    password.baseAddress,
                    Int32(clamping: password.count),
                    nil,
                    0,
                    self.iterations,
                    info,
                    library.context,
                    nil
                )
            }
        }
        guard let encrypted = unsafe encrypted else {
            return nil
        }
        defer { unsafe X509_SIG_free(encrypted) }
        return unsafe self.encoded { unsafe i2d_X509_SIG(encrypted, &$0) }
    }

    /// Decrypts an EncryptedPrivateKeyInfo with a password.
    ///
    /// - Returns: The PrivateKeyInfo, or `nil` if the password is wrong, the encoding is invalid, or libcrypto does not
    ///   support the encryption.
    static func decrypt(_ encryptedInfo: SecretBytes, password: SecretBytes, library: CryptoLibrary) -> SecretBytes? {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        let encrypted = unsafe encryptedInfo.withPointer { der -> OpaquePointer? in
            var next = der.baseAddress
            return unsafe d2i_X509_SIG(nil, &next, der.count)
        }
        guard let encrypted = unsafe encrypted else {
            return nil
        }
        defer { unsafe X509_SIG_free(encrypted) }
        let info = unsafe password.withPointer { password in
            unsafe password.withMemoryRebound(to: CChar.self) { password in
                unsafe PKCS8_decrypt_ex(
                    encrypted,
                    password.baseAddress,
                    Int32(clamping: password.count),
                    library.context,
                    nil
                )
            }
        }
        guard let info = unsafe info else {
            return nil
        }
        defer { unsafe PKCS8_PRIV_KEY_INFO_free(info) }
        return unsafe self.encoded { unsafe i2d_PKCS8_PRIV_KEY_INFO(info, &$0) }
    }

    /// Parses a PrivateKeyInfo, which the caller must free, or returns `nil` if the encoding is invalid.
    static func decoded(_ privateKeyInfo: SecretBytes) -> OpaquePointer? {
        unsafe privateKeyInfo.withPointer { der -> OpaquePointer? in
            var next = der.baseAddress
            let info = unsafe d2i_PKCS8_PRIV_KEY_INFO(nil, &next, der.count)
            guard unsafe next == der.baseAddress.map({ unsafe $0 + der.count }) else {
                unsafe PKCS8_PRIV_KEY_INFO_free(info)
                return nil
            }
            return unsafe info
        }
    }

    /// Returns whether a PrivateKeyInfo names Ed25519 as its algorithm.
    static func isEd25519(_ privateKeyInfo: OpaquePointer) -> Bool {
        var algorithm: OpaquePointer?
        return unsafe PKCS8_pkey_get0(&algorithm, nil, nil, nil, privateKeyInfo) == 1
            && OBJ_obj2nid(algorithm) == NID_ED25519
    }

    /// Returns the seed of an Ed25519 key, or `nil` if the encoding is invalid.
    ///
    /// RFC 8410, sections 3 and 7, requires absent parameters and a 32-byte CurvePrivateKey.
    static func seed(in privateKeyInfo: OpaquePointer) -> SecretBytes? {
        var identifier: UnsafePointer<X509_ALGOR>?
        var start: UnsafePointer<UInt8>?
        var count: Int32 = 0
        var parameters = V_ASN1_UNDEF
        guard unsafe PKCS8_pkey_get0(nil, &start, &count, &identifier, privateKeyInfo) == 1 else {
            return nil
        }
        unsafe X509_ALGOR_get0(nil, &parameters, nil, identifier)
        // CurvePrivateKey is an OCTET STRING, here of 32 bytes.
        let key = unsafe UnsafeBufferPointer(start: start, count: Int(count))
        guard parameters == V_ASN1_UNDEF, key.count == 34, unsafe key[0] == 0x04, unsafe key[1] == 32 else {
            return nil
        }
        return unsafe SecretBytes(key.dropFirst(2))
    }

    /// Copies the output of a libcrypto encoder, then overwrites and frees libcrypto's buffer.
    private static func encoded(_ encode: (inout UnsafeMutablePointer<UInt8>?) -> Int32) -> SecretBytes? {
        var start: UnsafeMutablePointer<UInt8>?
        let count = unsafe Int(encode(&start))
        guard count > 0 else {
            return nil
        }
        defer { unsafe CRYPTO_clear_free(start, count, nil, 0) }
        return unsafe SecretBytes(UnsafeBufferPointer(start: start, count: count))
    }
}
