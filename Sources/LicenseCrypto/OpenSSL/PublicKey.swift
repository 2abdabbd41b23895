import CLicenseOpenSSL

/// A public key that libcrypto holds.
///
/// It is checked once, when it is made, and shared by threads afterwards.
@safe final class PublicKey: Sendable {
    nonisolated(unsafe) let pointer: OpaquePointer
    let library: CryptoLibrary

    /// Loads a key from its SubjectPublicKeyInfo, whose form the caller has checked, and has libcrypto check its numbers.
    ///
    /// - Returns: The key, or `nil` where libcrypto refuses it.
    init?(subjectPublicKeyInfo der: [UInt8], library: CryptoLibrary) {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        let loaded = unsafe der.withUnsafeBufferPointer { buffer -> OpaquePointer? in
            var next = buffer.baseAddress
            guard let key = unsafe d2i_PUBKEY_ex(nil, &next, buffer.count, library.context, nil) else {
                return nil
            }
            guard unsafe next == buffer.baseAddress.map({ unsafe $0 + buffer.count }), unsafe Self.isSound(key, library)
            else {
                unsafe EVP_PKEY_free(key)
                return nil
            }
            return unsafe key
        }
        guard let loaded = unsafe loaded else {
            return nil
        }
        unsafe self.pointer = loaded
        self.library = library
    }

    deinit {
        // While the process exits, libcrypto may be gone already.
        if let use = LibcryptoUse() {
            unsafe EVP_PKEY_free(self.pointer)
            use.end()
        }
    }

    /// Whether the point is on the curve and is not infinity, or the modulus and exponent can be an RSA key's.
    private static func isSound(_ key: OpaquePointer, _ library: CryptoLibrary) -> Bool {
        guard let check = unsafe EVP_PKEY_CTX_new_from_pkey(library.context, key, nil) else {
            return false
        }
        defer { unsafe EVP_PKEY_CTX_free(check) }
        return unsafe EVP_PKEY_public_check(check) == 1
    }
}
