import CLicenseOpenSSL
import LicenseCrypto

extension PrivateKey {
    /// Signs a text and returns the signature in its JWS encoding.
    ///
    /// For an elliptic curve, this is the concatenation r‖s (RFC 7518, section 3.4).
    ///
    /// - Returns: The signature, or `nil` if libcrypto cannot sign.
    func signature(over text: [UInt8], scheme: SignatureScheme) -> [UInt8]? {
        guard let signature = self.plainSignature(over: text, scheme: scheme) else {
            return nil
        }
        switch scheme.encoding {
        case .plain: return signature
        case .pair(let numberSize): return SignatureNumbers.pair(fromDER: signature, numberSize: numberSize)
        }
    }

    private func plainSignature(over text: [UInt8], scheme: SignatureScheme) -> [UInt8]? {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        guard let context = unsafe EVP_MD_CTX_new() else {
            return nil
        }
        defer { unsafe EVP_MD_CTX_free(context) }
        let initialize =
            switch scheme.parameters {
            case .none: unsafe CLicenseOpenSSL_init_plain
            case .pss: unsafe CLicenseOpenSSL_init_pss
            case .pkcs1: unsafe CLicenseOpenSSL_init_pkcs1
            case .sm2: unsafe CLicenseOpenSSL_init_sm2
            }
        var size = 0
        guard
            unsafe initialize(EVP_DigestSignInit_ex, context, scheme.digest, self.library.context, self.pointer) == 1,
            unsafe EVP_DigestSign(context, nil, &size, text, text.count) == 1
        else {
            return nil
        }
        var signature = [UInt8](repeating: 0, count: size)
        guard unsafe EVP_DigestSign(context, &signature, &size, text, text.count) == 1 else {
            return nil
        }
        return Array(signature.prefix(size))
    }
}
