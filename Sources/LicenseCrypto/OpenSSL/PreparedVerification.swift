import CLicenseOpenSSL

/// A key's verification, set up once with everything that libcrypto would otherwise choose by itself.
///
/// Each signature is checked in a copy of it. Setting one up takes libcrypto several microseconds, in which it looks up
/// algorithms by their names; copying takes a fraction of one, and only reads what threads share.
@safe final class PreparedVerification: Sendable {
    private let key: PublicKey
    private let scheme: SignatureScheme
    private let signatureSize: Int
    nonisolated(unsafe) private let prepared: OpaquePointer

    /// Sets up the verification of a key's signatures, or returns `nil` where libcrypto does not have what that takes.
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
        // While the process exits, libcrypto may be gone already.
        if let use = LibcryptoUse() {
            unsafe EVP_MD_CTX_free(self.prepared)
            use.end()
        }
    }

    /// Tells whether a signature is the key's over a text.
    ///
    /// libcrypto answers 1 for a good signature, and 0 or less for all else.
    ///
    /// - Returns: `nil` where that can't be told: the process exits, or has no memory left.
    func verdict(on signature: [UInt8], over text: ArraySlice<UInt8>) -> Bool? {
        let encoded: [UInt8]
        switch self.scheme.encoding {
        case .plain:
            // libcrypto takes a PSS signature whose leading zero bytes are cut off, which RFC 8017, 8.1.2, does not.
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
        // Early releases of libcrypto 3.0 may not copy what has no digest of its own.
        guard unsafe EVP_MD_CTX_copy_ex(context, self.prepared) == 1 || Self.initialize(context, self.key, self.scheme)
        else {
            return nil
        }
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
