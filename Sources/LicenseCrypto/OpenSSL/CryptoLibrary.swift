import CLicenseOpenSSL
import Synchronization

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
        // libcrypto 3 reads the process's configuration before the first use of any digest or key, also in a context of its
        // own. Only the process-wide switch prevents that; it does nothing where the configuration was read before.
        CryptoLibrary.isSwitchSet.store(true, ordering: .releasing)
        guard OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil) == 1, LibcryptoUse.isGuardedAtExit,
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
        guard OPENSSL_init_crypto(UInt64(OPENSSL_INIT_LOAD_CONFIG), nil) == 1, LibcryptoUse.isGuardedAtExit,
            let use = LibcryptoUse()
        else {
            return nil
        }
        defer { use.end() }
        // Else the providers that the process has configured could be missing without a word. Whether the configuration was
        // read before the switch was set can't be told, so it may be read a second time, as libcrypto reads it by itself:
        // with its faults ignored.
        if CryptoLibrary.isSwitchSet.load(ordering: .acquiring) {
            OPENSSL_load_builtin_modules()
            let flags =
                CONF_MFLAGS_DEFAULT_SECTION | CONF_MFLAGS_IGNORE_MISSING_FILE | CONF_MFLAGS_IGNORE_RETURN_CODES
            CONF_modules_load_file_ex(nil, nil, nil, UInt(flags))
        }
        return unsafe CryptoLibrary(nil)
    }()

    /// Whether the switch for the whole process was set that keeps libcrypto from reading the configuration.
    private static let isSwitchSet = Atomic<Bool>(false)

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

    /// The SHA-256 of bytes, or `nil` where libcrypto fails.
    func sha256(_ bytes: [UInt8]) -> [UInt8]? {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        var digest = [UInt8](repeating: 0, count: 32)
        return unsafe EVP_Digest(bytes, bytes.count, &digest, nil, self.sha256, nil) == 1 ? digest : nil
    }

    /// Whether the context has keys of a type, by libcrypto's name.
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
