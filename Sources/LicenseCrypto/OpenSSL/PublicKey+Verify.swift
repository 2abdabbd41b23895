import CLicenseOpenSSL

extension PublicKey {
    /// Tells whether a signature is this key's over a text.
    ///
    /// libcrypto answers 1 for a good signature, and 0 or less for all else.
    func isValid(_ signature: [UInt8], over text: ArraySlice<UInt8>, scheme: SignatureScheme) -> Bool {
        let encoded: [UInt8]
        switch scheme.encoding {
        case .plain:
            // libcrypto takes a PSS signature whose leading zero bytes are cut off, which RFC 8017, 8.1.2, does not.
            guard unsafe signature.count == Int(EVP_PKEY_get_size(self.pointer)) else {
                return false
            }
            encoded = signature
        case .pair(let numberSize):
            guard let der = SignaturePair.der(signature, numberSize: numberSize) else {
                return false
            }
            encoded = der
        }

        return unsafe self.withVerification(scheme) { context in
            unsafe text.withUnsafeBufferPointer { text in
                unsafe EVP_DigestVerify(context, encoded, encoded.count, text.baseAddress, text.count) == 1
            }
        }
    }

    /// Tells whether the library has what checking this key's signatures takes.
    func canVerify(_ scheme: SignatureScheme) -> Bool {
        unsafe self.withVerification(scheme) { _ in true }
    }

    /// Sets up a verification, with everything that libcrypto would otherwise choose by itself.
    ///
    /// - Returns: What the body returns, or false where libcrypto does not have what the scheme needs.
    private func withVerification(_ scheme: SignatureScheme, _ body: (OpaquePointer) -> Bool) -> Bool {
        ERR_set_mark()
        defer { ERR_pop_to_mark() }
        guard let context = unsafe EVP_MD_CTX_new() else {
            return false
        }
        defer { unsafe EVP_MD_CTX_free(context) }
        let initialize =
            switch scheme.parameters {
            case .none: unsafe CLicenseOpenSSL_init_plain
            case .pss: unsafe CLicenseOpenSSL_init_pss
            case .pkcs1: unsafe CLicenseOpenSSL_init_pkcs1
            case .sm2: unsafe CLicenseOpenSSL_init_sm2
            }
        guard
            unsafe initialize(
                EVP_DigestVerifyInit_ex,
                context,
                scheme.digest,
                self.library.context,
                self.pointer
            ) == 1
        else {
            return false
        }
        return unsafe body(context)
    }
}
