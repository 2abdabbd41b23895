import CLicenseOpenSSL

/// A public key that is loaded in libcrypto.
///
/// The initializer validates the key. Afterwards, threads can share it.
@safe final class PublicKey: Sendable {
    nonisolated(unsafe) let pointer: OpaquePointer
    let library: CryptoLibrary

    /// Loads a key and has libcrypto validate its numbers, or returns `nil` if libcrypto rejects it.
    ///
    /// Also returns `nil` if the process is exiting.
    ///
    /// - Parameters:
    ///   - der: The key's SubjectPublicKeyInfo, whose structure the caller has checked.
    ///   - library: The library context to load the key in.
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
            guard unsafe next == buffer.baseAddress.map({ unsafe $0 + buffer.count }),
                unsafe Self.passesPublicCheck(key, library)
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
        // libcrypto may already be gone if the process is exiting.
        if let use = LibcryptoUse() {
            unsafe EVP_PKEY_free(self.pointer)
            use.end()
        }
    }

    /// Returns whether the point is on the curve and not at infinity, or the RSA modulus and exponent are plausible.
    private static func passesPublicCheck(_ key: OpaquePointer, _ library: CryptoLibrary) -> Bool {
        guard let check = unsafe EVP_PKEY_CTX_new_from_pkey(library.context, key, nil) else {
            return false
        }
        defer { unsafe EVP_PKEY_CTX_free(check) }
        return unsafe EVP_PKEY_public_check(check) == 1
    }
}
