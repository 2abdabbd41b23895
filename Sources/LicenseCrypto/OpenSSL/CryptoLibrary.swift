import CLicenseOpenSSL
import Synchronization

/// A libcrypto library context with the digest that it fetched.
@safe package final class CryptoLibrary: Sendable {
    /// The `OSSL_LIB_CTX`, which is never freed.
    ///
    /// `nil` is the process's default context, as in the libcrypto API.
    nonisolated(unsafe) package let context: OpaquePointer?
    nonisolated(unsafe) private let sha256: OpaquePointer

    /// Returns the library for a context, or `nil` if libcrypto cannot initialize it.
    ///
    /// Each context is initialized once per process. The isolated context takes about 1.5 ms and 2.6 MiB.
    package static func shared(_ context: OpenSSLContext) -> CryptoLibrary? {
        switch context {
        case .isolated: self.isolated
        case .process: self.process
        }
    }

    private static let isolated: CryptoLibrary? = {
        // libcrypto 3 loads the process's configuration before the first use of any digest or key, even in a separate
        // context. Only a process-wide flag prevents that. It has no effect if the configuration is already loaded.
        CryptoLibrary.isConfigurationSuppressed.store(true, ordering: .releasing)
        guard OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil) == 1, LibcryptoUse.isExitHandlerInstalled,
            let use = LibcryptoUse()
        else {
            return nil
        }
        defer { use.end() }
        guard let context = unsafe OSSL_LIB_CTX_new(), unsafe OSSL_PROVIDER_load(context, "default") != nil else {
            return nil
        }
        return unsafe CryptoLibrary(context)
    }()

    private static let process: CryptoLibrary? = {
        guard OPENSSL_init_crypto(UInt64(OPENSSL_INIT_LOAD_CONFIG), nil) == 1, LibcryptoUse.isExitHandlerInstalled,
            let use = LibcryptoUse()
        else {
            return nil
        }
        defer { use.end() }
        // If the isolated context suppressed the configuration, load it now, or the configured providers would silently
        // be missing. libcrypto does not report whether it had loaded the configuration before, so this can be a second
        // time. The flags ignore errors, as libcrypto's automatic loading does.
        if CryptoLibrary.isConfigurationSuppressed.load(ordering: .acquiring) {
            OPENSSL_load_builtin_modules()
            let flags =
                CONF_MFLAGS_DEFAULT_SECTION | CONF_MFLAGS_IGNORE_MISSING_FILE | CONF_MFLAGS_IGNORE_RETURN_CODES
            CONF_modules_load_file_ex(nil, nil, nil, UInt(flags))
        }
        return unsafe CryptoLibrary(nil)
    }()

    /// Whether the isolated context set the flag that keeps libcrypto from loading the process's configuration.
    private static let isConfigurationSuppressed = Atomic<Bool>(false)

    private init?(_ context: OpaquePointer?) {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        guard let sha256 = unsafe EVP_MD_fetch(context, "SHA256", nil) else {
            return nil
        }
        unsafe self.context = context
        unsafe self.sha256 = sha256
    }

    /// Returns the SHA-256 digest of bytes, or `nil` if libcrypto fails or the process is exiting.
    package func sha256(_ bytes: [UInt8]) -> [UInt8]? {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        var digest = [UInt8](repeating: 0, count: 32)
        return unsafe EVP_Digest(bytes, bytes.count, &digest, nil, self.sha256, nil) == 1 ? digest : nil
    }

    /// Returns a digest of bytes.
    ///
    /// - Parameters:
    ///   - name: The libcrypto name of the digest.
    ///   - bytes: The bytes to hash.
    /// - Returns: The digest, or `nil` if libcrypto fails or the process is exiting.
    package func digest(_ name: String, _ bytes: [UInt8]) -> [UInt8]? {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        // The count stays 0 if libcrypto fails.
        let digest = unsafe [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { digest, count in
            _ = unsafe EVP_Q_digest(self.context, name, nil, bytes, bytes.count, digest.baseAddress, &count)
        }
        return digest.isEmpty ? nil : digest
    }

    /// Returns whether the context supports a key type, which is given by its libcrypto name.
    func hasKeys(ofType name: String) -> Bool {
        guard let use = LibcryptoUse() else {
            return false
        }
        defer { use.end() }
        guard let context = unsafe EVP_PKEY_CTX_new_from_name(self.context, name, nil) else {
            return false
        }
        unsafe EVP_PKEY_CTX_free(context)
        return true
    }
}
