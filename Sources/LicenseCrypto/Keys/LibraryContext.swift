/// The libcrypto context that a key is checked and used in.
public enum LibraryContext: Sendable, Hashable, CaseIterable {
    /// A context of the library's own, with OpenSSL's default provider and default properties.
    ///
    /// The process's OpenSSL configuration doesn't decide what a signature is: its providers and default properties don't
    /// reach this context. `OPENSSL_CONF` and `OPENSSL_MODULES` aren't read for it.
    ///
    /// libcrypto 3 reads the process's configuration before the first use of any digest or key, in whatever context. The only
    /// way to prevent that is a switch for the whole process, `OPENSSL_INIT_NO_LOAD_CONFIG`, which the first use of this
    /// context sets. Where the configuration was read before, the switch does nothing. In a process that uses libcrypto for
    /// other things, such as TLS, call ``loadProcessConfiguration()`` first.
    ///
    /// One thing does reach this context: where the process's configuration made an engine the default for a digest or a kind
    /// of key, libcrypto asks that engine, whatever the context.
    case isolated

    /// The process's default context, with the providers and properties that the process has configured.
    ///
    /// It is for sites that must run everything through a FIPS provider. Keys whose algorithm that provider does not have
    /// are refused when they are loaded, with ``TrustedKeyError/Code/unavailable``: SM2-SM3 always, Ed25519 with most
    /// FIPS providers. ES256, ES384, PS256 and RS256 remain. Whoever can set the process's environment can then change
    /// what libcrypto does; see the guide on threats.
    case process

    /// Has libcrypto read the process's OpenSSL configuration now, as it does by itself in a process without this library.
    ///
    /// Call it once at the start of a process in which libcrypto also serves something else that needs the configuration, such
    /// as TLS with the system's policy. Keys in the context ``isolated`` don't go by it. Called after that context's first
    /// use, it still reads the configuration.
    ///
    /// - Returns: Whether libcrypto took the configuration. A missing file counts as an empty configuration.
    @discardableResult
    public static func loadProcessConfiguration() -> Bool {
        CryptoLibrary.shared(.process) != nil
    }
}
