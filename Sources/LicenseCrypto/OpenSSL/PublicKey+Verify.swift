import CLicenseOpenSSL

extension PublicKey {
    /// Tells whether a signature is this key's over a text.
    ///
    /// libcrypto answers 1 for a good signature, and 0 or less for all else.
    func isValid(_ signature: [UInt8], over text: ArraySlice<UInt8>, scheme: SignatureScheme) -> Bool {
        let encoded: [UInt8]
        switch scheme.encoding {
        case .plain:
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
        var keyContext: OpaquePointer?
        guard
            unsafe EVP_DigestVerifyInit_ex(
                context,
                &keyContext,
                scheme.digest,
                self.library.context,
                nil,
                self.pointer,
                nil
            ) == 1,
            unsafe Self.set(scheme, on: keyContext)
        else {
            return false
        }
        return unsafe body(context)
    }

    private static func set(_ scheme: SignatureScheme, on context: OpaquePointer?) -> Bool {
        switch scheme.parameters {
        case .none:
            return true
        case .pss:
            return unsafe EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
                && EVP_PKEY_CTX_set_rsa_mgf1_md_name(context, scheme.digest, nil) == 1
                && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1
        case .pkcs1:
            return unsafe EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1
        case .sm2:
            let signerID = Array("1234567812345678".utf8)
            return unsafe EVP_PKEY_CTX_set1_id(context, signerID, Int32(signerID.count)) == 1
        }
    }
}
