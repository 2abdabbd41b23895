import LicenseCrypto

/// Why a private key cannot be made, read, written or used.
///
/// The message says what was wrong and what to do next. It holds no byte of a key and no password.
public struct SigningKeyError: Error, Sendable, Equatable {
    /// The name of a cause.
    ///
    /// Codes are compared, and more may come.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// The code's name, such as `password-wrong`, which does not change from release to release.
        public let description: String

        fileprivate init(_ description: String) {
            self.description = description
        }

        /// The text is larger than 256 KiB.
        public static let tooLarge = Code("too-large")

        /// The text is no private key in PEM (PKCS#8) and no private JWK.
        public static let malformed = Code("malformed")

        /// The key is of a kind, curve or use that the format does not have, or is not for the named algorithm, or is
        /// encrypted in a way that is not read.
        public static let unsupported = Code("unsupported")

        /// The key leaves a choice of algorithms, and none is named.
        public static let algorithmMissing = Code("algorithm-missing")

        /// The numbers of the key are such that its signatures prove nothing.
        public static let weakKey = Code("weak-key")

        /// The text holds a public key alone.
        public static let publicKey = Code("public-key")

        /// The private and the public numbers are not of one key.
        public static let mismatch = Code("mismatch")

        /// The PEM text is encrypted, and no password is given.
        public static let passwordMissing = Code("password-missing")

        /// The PEM text cannot be decrypted with the password.
        public static let passwordWrong = Code("password-wrong")

        /// The PEM text asks for more work to decrypt it than is done.
        public static let tooCostly = Code("too-costly")

        /// This machine's libcrypto does not have, or does not do, what the key needs.
        public static let unavailable = Code("unavailable")
    }

    /// The cause, for programs.
    public let code: Code

    /// What was wrong and what to do next, in English.
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// What the verifier's side says of the public half.
    init(_ error: TrustedKeyError) {
        self.init(Code(error.code.description), error.message)
    }
}

extension SigningKeyError: CustomStringConvertible {
    /// The code and the message.
    public var description: String {
        "\(self.code): \(self.message)"
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
