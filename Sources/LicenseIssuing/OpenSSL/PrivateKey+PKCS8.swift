import CLicenseOpenSSL
import LicenseCrypto

// PKCS#8: PrivateKeyInfo and EncryptedPrivateKeyInfo (RFC 5958).
extension PrivateKey {
    /// How often a new password is hashed (PBKDF2 with HMAC-SHA-256), as OWASP advised in 2023.
    private static let iterations: Int32 = 600_000

    /// Encrypts a PrivateKeyInfo into an EncryptedPrivateKeyInfo, by PBES2 with AES-256-CBC.
    ///
    /// - Returns: The EncryptedPrivateKeyInfo, or `nil` where libcrypto does not write it.
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

    /// Decrypts an EncryptedPrivateKeyInfo into a PrivateKeyInfo.
    ///
    /// - Returns: The PrivateKeyInfo, or `nil` where the password is not the right one or the text is none.
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

    /// A PrivateKeyInfo as libcrypto reads it, which the caller frees, or `nil` where the text is none.
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

    /// Tells whether a key is one for Ed25519, in whatever form.
    static func isEd25519(_ privateKeyInfo: OpaquePointer) -> Bool {
        var algorithm: OpaquePointer?
        return unsafe PKCS8_pkey_get0(&algorithm, nil, nil, nil, privateKeyInfo) == 1
            && OBJ_obj2nid(algorithm) == NID_ED25519
    }

    /// The seed of an Ed25519 key in DER (RFC 8410, sections 3 and 7), or `nil` where the key has another form.
    static func seed(in privateKeyInfo: OpaquePointer) -> SecretBytes? {
        var identifier: UnsafePointer<X509_ALGOR>?
        var start: UnsafePointer<UInt8>?
        var count: Int32 = 0
        var parameters = V_ASN1_UNDEF
        guard unsafe PKCS8_pkey_get0(nil, &start, &count, &identifier, privateKeyInfo) == 1 else {
            return nil
        }
        unsafe X509_ALGOR_get0(nil, &parameters, nil, identifier)
        // CurvePrivateKey: an OCTET STRING of 32 bytes.
        let key = unsafe UnsafeBufferPointer(start: start, count: Int(count))
        guard parameters == V_ASN1_UNDEF, key.count == 34, unsafe key[0] == 0x04, unsafe key[1] == 32 else {
            return nil
        }
        return unsafe SecretBytes(key.dropFirst(2))
    }

    /// Takes over what libcrypto encodes, and clears libcrypto's own copy.
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
