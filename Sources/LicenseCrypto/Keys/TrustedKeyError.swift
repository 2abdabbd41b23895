public import LicenseModel

/// An error that describes why a key or a set of keys is refused.
///
/// Use the code in programs and the message for people. Neither contains any bytes of a key.
///
/// ```swift
/// do {
///     keys = try TrustedKeys(contents: text)
/// } catch {
///     logger.error("The keys are refused: \(error.message.english)")
/// }
/// ```
public struct TrustedKeyError: Error, Sendable, Equatable {
    /// The type of code that identifies a cause, such as `weak-key`.
    public typealias Code = LicenseCode<TrustedKeyError>

    /// The code that identifies the cause.
    public let code: Code

    /// The message in English: what was wrong and what to do next.
    let english: String

    /// The message in Chinese, or `nil` to use the general message of the code.
    let chinese: String?

    package init(_ code: Code, _ english: String, chinese: String? = nil) {
        self.code = code
        self.english = english
        self.chinese = chinese
    }

    /// Creates an error with a custom message, for example for a unit test.
    ///
    /// - Parameters:
    ///   - code: The code that identifies the cause.
    ///   - message: The message: what was wrong and what to do next.
    public init(_ code: Code, message: LocalizedText) {
        self.init(code, message.english, chinese: message.simplifiedChinese)
    }
}

extension TrustedKeyError {
    /// Returns whether two errors have the same code, regardless of their messages.
    public static func == (lhs: TrustedKeyError, rhs: TrustedKeyError) -> Bool {
        lhs.code == rhs.code
    }

    /// Hashes the code, which is all that `==` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(self.code)
    }
}

extension TrustedKeyError: CustomStringConvertible {
    /// The code and the English message, for logs.
    public var description: String {
        "\(self.code): \(self.english)"
    }
}
