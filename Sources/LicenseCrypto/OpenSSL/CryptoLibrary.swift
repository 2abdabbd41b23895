import CLicenseOpenSSL

/// The libcrypto that this process has, in one of its contexts.
@safe package final class CryptoLibrary: Sendable {
    /// The context, which lives as long as the process.
    ///
    /// `nil` is libcrypto's own name for the process's default context.
    nonisolated(unsafe) package let context: OpaquePointer?
    nonisolated(unsafe) private let sha256: OpaquePointer

    /// The library in a context, or `nil` where libcrypto cannot set it up.
    ///
    /// Each context is set up once in a process; the isolated one costs about 1.5 ms and 2.6 MiB.
    package static func shared(_ context: LibraryContext) -> CryptoLibrary? {
        switch context {
        case .isolated: self.isolated
        case .process: self.process
        }
    }

    private static let isolated: CryptoLibrary? = {
        ERR_set_mark()
        defer { ERR_pop_to_mark() }
        guard let context = unsafe OSSL_LIB_CTX_new(), unsafe OSSL_PROVIDER_load(context, "default") != nil else {
            return nil
        }
        return unsafe CryptoLibrary(context)
    }()

    private static let process = unsafe CryptoLibrary(nil)

    private init?(_ context: OpaquePointer?) {
        ERR_set_mark()
        defer { ERR_pop_to_mark() }
        guard let sha256 = unsafe EVP_MD_fetch(context, "SHA256", nil) else {
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

    /// Whether the context has keys of a type, by libcrypto's name.
    func hasKeys(ofType name: String) -> Bool {
        ERR_set_mark()
        defer { ERR_pop_to_mark() }
        guard let context = unsafe EVP_PKEY_CTX_new_from_name(self.context, name, nil) else {
            return false
        }
        unsafe EVP_PKEY_CTX_free(context)
        return true
    }
}
