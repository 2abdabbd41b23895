/// The libcrypto library context in which a key is validated and used.
///
/// ```swift
/// OpenSSLContext.loadProcessConfiguration()  // Once, if the process also uses libcrypto for TLS.
/// let keys = try TrustedKeys(jwkSet: vendorKeys, context: .isolated)
/// ```
public enum OpenSSLContext: Sendable, Hashable {
    /// A separate context with OpenSSL's default provider and default properties.
    ///
    /// The providers and default properties in the process's OpenSSL configuration do not apply to this context, and
    /// `OPENSSL_CONF` and `OPENSSL_MODULES` are not read for it. The configuration therefore cannot change how
    /// signatures are verified, with one exception: if it makes an engine the default for a digest or a key type,
    /// libcrypto uses that engine in every context.
    ///
    /// libcrypto 3 loads the process's configuration before the first use of any digest or key, in any context. To prevent
    /// that, the first use of this context sets the flag `OPENSSL_INIT_NO_LOAD_CONFIG`, which applies to the whole process.
    /// The flag has no effect if the configuration is already loaded. If your process also uses libcrypto for other
    /// purposes, such as TLS, call ``loadProcessConfiguration()`` first.
    case isolated

    /// The process's default context, with the providers and properties of the process's OpenSSL configuration.
    ///
    /// Use it for deployments that must run all cryptography in a FIPS provider. Keys whose algorithm the provider does
    /// not support are refused when they are loaded, with `TrustedKeyError.Code.unavailable`: always for SM2-SM3, and
    /// for Ed25519 with most FIPS providers. ES256, ES384, PS256 and RS256 are supported.
    ///
    /// With this context, anyone who controls the process's environment can change how libcrypto verifies signatures. See
    /// `Documentation/ThreatModel.md`.
    case process

    /// Loads the process's OpenSSL configuration, as libcrypto does automatically in a process without this library.
    ///
    /// Call this method once when the process starts, if the process also uses libcrypto for something that needs the
    /// configuration, such as TLS with the system's policy. It also works after the first use of the ``isolated``
    /// context. Keys in that context do not use the configuration.
    ///
    /// - Returns: Whether libcrypto accepted the configuration. A missing file is treated as an empty configuration.
    @discardableResult
    public static func loadProcessConfiguration() -> Bool {
        CryptoLibrary.shared(.process) != nil
    }
}
