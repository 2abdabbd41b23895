import CLicenseOpenSSL

/// A libcrypto verification context for a key, with every parameter set explicitly.
///
/// Each signature is verified in a copy of the context. Initializing a context takes several microseconds, because libcrypto
/// looks up algorithms by name. Copying takes less than a microsecond, and only reads the state that threads share.
@safe package final class PreparedVerification: Sendable {
    let key: PublicKey
    private let scheme: SignatureScheme
    private let signatureSize: Int
    nonisolated(unsafe) private let prepared: OpaquePointer

    /// Creates a verification context for a key, or returns `nil` if libcrypto does not support the scheme.
    init?(of key: PublicKey, scheme: SignatureScheme) {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        guard let context = unsafe EVP_MD_CTX_new() else {
            return nil
        }
        guard unsafe Self.initialize(context, key, scheme) else {
            unsafe EVP_MD_CTX_free(context)
            return nil
        }
        self.key = key
        self.scheme = scheme
        self.signatureSize = unsafe Int(EVP_PKEY_get_size(key.pointer))
        unsafe self.prepared = context
    }

    deinit {
        // libcrypto may already be gone if the process is exiting.
        if let use = LibcryptoUse() {
            unsafe EVP_MD_CTX_free(self.prepared)
            use.end()
        }
    }

    /// Returns whether a signature over a text is valid.
    ///
    /// - Returns: `nil` if the signature cannot be checked, because the process is exiting or out of memory.
    package func checkSignature(_ signature: [UInt8], over text: ArraySlice<UInt8>) -> Bool? {
        let encoded: [UInt8]
        switch self.scheme.encoding {
        case .plain:
            // libcrypto accepts PSS signatures without their leading zero bytes. RFC 8017, section 8.1.2, does not.
            guard signature.count == self.signatureSize else {
                return false
            }
            encoded = signature
        case .pair(let numberSize):
            guard let der = SignaturePair.der(signature, numberSize: numberSize) else {
                return false
            }
            encoded = der
        }

        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        guard let context = unsafe EVP_MD_CTX_new() else {
            return nil
        }
        defer { unsafe EVP_MD_CTX_free(context) }
        // Early releases of libcrypto 3.0 may fail to copy a context that has no separate digest.
        guard unsafe EVP_MD_CTX_copy_ex(context, self.prepared) == 1 || Self.initialize(context, self.key, self.scheme)
        else {
            return nil
        }
        // The result is 1 for a valid signature, and 0 or negative otherwise.
        return unsafe text.withUnsafeBufferPointer { text in
            unsafe EVP_DigestVerify(context, encoded, encoded.count, text.baseAddress, text.count) == 1
        }
    }

    private static func initialize(_ context: OpaquePointer, _ key: PublicKey, _ scheme: SignatureScheme) -> Bool {
        let initialize =
            switch scheme.parameters {
            case .none: unsafe CLicenseOpenSSL_init_plain
            case .pss: unsafe CLicenseOpenSSL_init_pss
            case .pkcs1: unsafe CLicenseOpenSSL_init_pkcs1
            case .sm2: unsafe CLicenseOpenSSL_init_sm2
            }
        return unsafe initialize(
            EVP_DigestVerifyInit_ex,
            context,
            scheme.digest,
            key.library.context,
            key.pointer
        ) == 1
    }
}
