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
public struct SigningKeyError: Error, Sendable, Equatable {
    /// The name of a cause, such as `password-wrong`.
    public typealias Code = LicenseCode<SigningKeyError>

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
