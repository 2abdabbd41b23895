public import LicenseModel

/// Why a key is not trusted, or a set of keys is refused.
///
/// The message says what was wrong and what to do next. It holds no byte of a key.
public struct TrustedKeyError: Error, Sendable, Equatable {
    /// The name of a cause, such as `weak-key`.
    public typealias Code = LicenseCode<TrustedKeyError>

    /// The cause, for programs.
    public let code: Code

    /// What was wrong and what to do next, in English.
    let english: String

    /// The same in Chinese, if it says more than that of the code.
    let chinese: String?

    package init(_ code: Code, _ english: String, chinese: String? = nil) {
        self.code = code
        self.english = english
        self.chinese = chinese
    }

    /// Makes an error with a message of your own, as a unit test needs one.
    ///
    /// - Parameters:
    ///   - code: The cause.
    ///   - message: What was wrong and what to do next.
    public init(_ code: Code, message: LocalizedText) {
        self.init(code, message.english, chinese: message.simplifiedChinese)
    }
}

extension TrustedKeyError {
    /// Compares two errors, without their words.
    ///
    /// - Parameters:
    ///   - lhs: An error.
    ///   - rhs: Another error.
    /// - Returns: Whether the codes are equal.
    public static func == (lhs: TrustedKeyError, rhs: TrustedKeyError) -> Bool {
        lhs.code == rhs.code
    }

    /// Hashes the code.
    ///
    /// - Parameter hasher: The hasher.
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
