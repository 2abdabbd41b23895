/// A type of text whose values are validated when they are created, and are compared by their bytes.
///
/// To validate text from a user, a file or the network, use ``init(_:)``, which throws an error that describes the
/// problem:
///
/// ```swift
/// let node = try ClaimString(thumbprint)
/// ```
///
/// ``init(rawValue:)`` is for generic code. No parameter of this library accepts the optional that it returns.
public protocol ValidatedText: RawRepresentable<String>, Hashable, Comparable, Sendable, Codable,
    CustomStringConvertible
{
    /// Returns the reason why a text is not valid for this type.
    ///
    /// - Parameter text: The text to check.
    /// - Returns: The first problem as a predicate, such as `is empty`, or `nil` if the text is valid.
    static func problem(in text: String) -> String?

    /// Creates a value from a text, or returns `nil` if the text is not valid.
    ///
    /// - Parameter rawValue: The text, which is used unchanged.
    init?(rawValue: String)
}

extension ValidatedText {
    /// Creates a value from a text, or throws an error if the text is not valid.
    ///
    /// - Parameter text: The text, which is neither trimmed nor corrected.
    /// - Throws: ``InvalidTextError`` with the first problem.
    public init(_ text: String) throws(InvalidTextError) {
        guard let value = Self(rawValue: text) else {
            throw InvalidTextError(Self.self, Self.problem(in: text) ?? "is not valid")
        }
        self = value
    }

    /// The text that was validated.
    public var description: String {
        self.rawValue
    }
}

extension Unicode.Scalar {
    /// The scalar's code point, such as `U+200B`, for messages about scalars that are often invisible.
    var name: String {
        let digits = String(self.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
