/// Which of libcrypto's contexts a key is checked and used in.
public enum LibraryContext: Sendable, Hashable, CaseIterable {
    /// A context of the library's own, with OpenSSL's default provider and default properties.
    ///
    /// Nothing in the process's OpenSSL configuration reaches it: `OPENSSL_CONF` and `OPENSSL_MODULES` change nothing.
    case isolated

    /// The process's default context, with the providers and properties that the process has configured.
    ///
    /// It is for sites that must run everything through a FIPS provider. Keys whose algorithm that provider does not have
    /// are refused when they are loaded, with ``TrustedKeyError/Code/unavailable``: SM2-SM3 always, Ed25519 with most
    /// FIPS providers. ES256, ES384, PS256 and RS256 remain. Whoever can set the process's environment can then change
    /// what libcrypto does; see the guide on threats.
    case process
}
