import LicenseCrypto
public import LicenseModel

#if canImport(FoundationEssentials)
public import protocol FoundationEssentials.LocalizedError
#else
public import protocol Foundation.LocalizedError
#endif

/// An error that explains why a private key cannot be generated, read, written or used.
///
/// The message describes the cause and what to do next. It never contains key material or a password.
///
/// ```swift
/// do {
///     return try SigningKey(pem: pem, password: password)
/// } catch let error where error.code == .passwordWrong {
///     print(error.message)
/// }
/// ```
public struct SigningKeyError: Error, Sendable, Equatable {
    /// A code that identifies the cause of an error, such as `password-wrong`.
    public typealias Code = LicenseCode<SigningKeyError>

    /// The code that identifies the cause, such as `password-wrong`.
    public let code: Code

    /// A description of the cause and of what to do next, in English.
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// Converts an error about the public half of a key.
    init(_ error: TrustedKeyError) {
        self.init(Code(rawValue: error.code.rawValue), error.message.english)
    }
}

extension SigningKeyError: CustomStringConvertible, LocalizedError {
    /// The code and the message, separated by a colon.
    public var description: String {
        "\(self.code): \(self.message)"
    }

    /// The message, for code that displays a `LocalizedError`.
    public var errorDescription: String? {
        self.message
    }
}

extension SigningKeyError {
    /// Returns this error, or an error about the process's exit if the process is exiting.
    ///
    /// While the process exits, libcrypto is not called, so every operation fails regardless of its input.
    func unlessExiting() -> SigningKeyError {
        LibcryptoUse.isExiting
            ? SigningKeyError(
                .unavailable,
                "The process is exiting, so keys can no longer be used. Restart the process and try again."
            )
            : self
    }
}
