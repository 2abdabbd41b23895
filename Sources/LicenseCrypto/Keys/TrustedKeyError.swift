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
    /// A code that identifies the cause of an error, such as `weak-key`.
    public typealias Code = LicenseCode<TrustedKeyError>

    /// What an error consists of: an object, so that an error is one word, and throwing it is short code.
    private final class Content: Sendable {
        let code: Code
        let message: LocalizedText

        init(_ code: Code, _ message: LocalizedText) {
            self.code = code
            self.message = message
        }
    }

    private let content: Content

    /// The code that identifies the cause, such as `weak-key`.
    public var code: Code { self.content.code }

    /// The reason why the key is refused and what to do next, in English and Simplified Chinese.
    public var message: LocalizedText { self.content.message }

    package init(_ code: Code, message: LocalizedText) {
        self.content = Content(code, message)
    }
}

extension TrustedKeyError {
    /// Compares the codes of two errors, but not their messages.
    public static func == (lhs: TrustedKeyError, rhs: TrustedKeyError) -> Bool {
        lhs.code == rhs.code
    }
}

extension TrustedKeyError: CustomStringConvertible {
    /// The code and the English message, for logs.
    public var description: String {
        "\(self.code): \(self.message.english)"
    }
}
