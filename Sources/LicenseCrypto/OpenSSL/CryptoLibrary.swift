import CLicenseOpenSSL

/// The libcrypto that this process has, in a context of its own.
///
/// The private context is out of reach of the process's OpenSSL configuration: neither `OPENSSL_CONF` nor a host that
/// asks for FIPS changes what a signature is worth. It costs about 1.5 ms and 2.6 MiB, once.
@safe final class CryptoLibrary: Sendable {
    /// The library, or `nil` where libcrypto cannot make a context, for lack of memory.
    static let shared = CryptoLibrary()

    /// The context, which lives as long as the process.
    nonisolated(unsafe) let context: OpaquePointer
    nonisolated(unsafe) private let sha256: OpaquePointer

    private init?() {
        ERR_set_mark()
        defer { ERR_pop_to_mark() }
        guard let context = unsafe OSSL_LIB_CTX_new(),
            unsafe OSSL_PROVIDER_load(context, "default") != nil,
            let sha256 = unsafe EVP_MD_fetch(context, "SHA256", nil)
        else {
            return nil
        }
        unsafe self.context = context
        unsafe self.sha256 = sha256
    }

    /// The SHA-256 of bytes, or `nil` where libcrypto fails.
    func sha256(_ bytes: [UInt8]) -> [UInt8]? {
        ERR_set_mark()
        defer { ERR_pop_to_mark() }
        var digest = [UInt8](repeating: 0, count: 32)
        return unsafe EVP_Digest(bytes, bytes.count, &digest, nil, self.sha256, nil) == 1 ? digest : nil
    }
}
