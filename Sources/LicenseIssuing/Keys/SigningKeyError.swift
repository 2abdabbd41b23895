import LicenseCrypto
public import LicenseModel

#if canImport(FoundationEssentials)
public import protocol FoundationEssentials.LocalizedError
#else
public import protocol Foundation.LocalizedError
#endif

/// Why a private key cannot be made, read, written or used.
///
/// The message says what was wrong and what to do next. It holds no byte of a key and no password.
public struct SigningKeyError: Error, Sendable, Hashable {
    /// The name of a cause.
    public struct Code: OpenCode {
        /// The code's name, such as `password-wrong`.
        public let rawValue: String

        /// Takes a code's name, whether or not this release knows it.
        ///
        /// - Parameter rawValue: The name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The text is larger than 256 KiB.
        public static let tooLarge = Code(rawValue: "too-large")

        /// The text is no private key in PEM (PKCS#8) and no private JWK.
        public static let malformed = Code(rawValue: "malformed")

        /// The key is of a kind, curve or use that the format does not have, or is not for the named algorithm, or is
        /// encrypted in a way that is not read.
        public static let unsupported = Code(rawValue: "unsupported")

        /// The key leaves a choice of algorithms, and none is named.
        public static let algorithmMissing = Code(rawValue: "algorithm-missing")

        /// The numbers of the key are such that its signatures prove nothing.
        public static let weakKey = Code(rawValue: "weak-key")

        /// The text holds a public key alone.
        public static let publicKey = Code(rawValue: "public-key")

        /// The private and the public numbers are not of one key.
        public static let mismatch = Code(rawValue: "mismatch")

        /// The PEM text is encrypted, and no password is given.
        public static let passwordMissing = Code(rawValue: "password-missing")

        /// The PEM text cannot be decrypted with the password.
        public static let passwordWrong = Code(rawValue: "password-wrong")

        /// The PEM text asks for more work to decrypt it than is done.
        public static let tooCostly = Code(rawValue: "too-costly")

        /// This machine's libcrypto does not have, or does not do, what the key needs.
        public static let unavailable = Code(rawValue: "unavailable")

        /// The codes of this release.
        public static let known: [Code] = [
            .tooLarge, .malformed, .unsupported, .algorithmMissing, .weakKey, .publicKey, .mismatch,
            .passwordMissing, .passwordWrong, .tooCostly, .unavailable,
        ]
    }

    /// The cause, for programs.
    public let code: Code

    /// What was wrong and what to do next, in English.
    public let message: String

    /// States why a private key cannot be used, as a unit test needs an error.
    ///
    /// - Parameters:
    ///   - code: The cause.
    ///   - message: What was wrong and what to do next, in English.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// What the verifier's side says of the public half.
    init(_ error: TrustedKeyError) {
        self.init(Code(rawValue: error.code.rawValue), error.message.english)
    }
}

extension SigningKeyError: CustomStringConvertible, LocalizedError {
    /// The code and the message.
    public var description: String {
        "\(self.code): \(self.message)"
    }

    /// The message.
    public var errorDescription: String? {
        self.message
    }
}

extension SigningKeyError {
    /// This error, or that the process exits where that is why libcrypto was not asked.
    func unlessExiting() -> SigningKeyError {
        LibcryptoUse.isExiting
            ? SigningKeyError(
                .unavailable,
                "The process is exiting, and uses no keys any more. Try again after a restart."
            )
            : self
    }
}
