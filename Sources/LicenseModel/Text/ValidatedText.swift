/// A text that follows rules of its own: two of them are equal if their bytes are.
///
/// A text from outside goes through ``init(_:)``, which throws what is wrong with it. ``init(rawValue:)`` is for generic
/// code. No parameter of this library takes its `nil`.
public protocol ValidatedText: RawRepresentable<String>, Hashable, Comparable, Sendable, Codable,
    CustomStringConvertible
{
    /// Tells what is wrong with a text: the first fault that it has.
    ///
    /// - Parameter text: The text.
    /// - Returns: The end of a sentence that starts with the text's name, such as "is empty". `nil` if nothing is wrong.
    static func problem(in text: String) -> String?

    /// Takes a text that follows the rules, or is `nil`.
    ///
    /// - Parameter rawValue: The text, taken as it is.
    init?(rawValue: String)
}

extension ValidatedText {
    /// Takes a text that follows the rules.
    ///
    /// - Parameter text: The text, taken as it is: nothing is trimmed or repaired.
    /// - Throws: ``InvalidTextError`` with the first fault.
    public init(_ text: String) throws(InvalidTextError) {
        guard let value = Self(rawValue: text) else {
            throw InvalidTextError(Self.self, Self.problem(in: text) ?? "is not valid")
        }
        self = value
    }

    /// The text.
    public var description: String {
        self.rawValue
    }
}

extension Unicode.Scalar {
    /// The scalar by its number, such as `U+200B`, since many of those that are refused can't be seen.
    var name: String {
        let digits = String(self.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
