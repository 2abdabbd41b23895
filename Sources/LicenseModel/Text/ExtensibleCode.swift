/// A type of code that programs compare, to which later releases can add values.
///
/// Codes are structs with static properties instead of enums, so that a new code does not break existing `switch`
/// statements. A program that decodes a report keeps the codes that only a newer release defines. Add a `default` case
/// to every `switch` over codes.
///
/// A code has 1 to 64 of the characters `A-Z a-z 0-9 . _ -`. Decoding any other text throws an error.
public protocol ExtensibleCode: RawRepresentable<String>, Hashable, Sendable, Codable, CustomStringConvertible {
    /// Creates a code, which does not have to be known to this release.
    ///
    /// - Parameter rawValue: The name of the code, which does not change from release to release.
    init(rawValue: String)
}

extension ExtensibleCode {
    /// The name of the code.
    public var description: String {
        self.rawValue
    }

    /// Decodes a code, which does not have to be known to this release.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the value is not a string of 1 to 64 of the characters `A-Z a-z 0-9 . _ -`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard IdentifierSyntax.isKeyID(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "A code does not have 1 to 64 of the characters A-Z a-z 0-9 . _ -"
            )
        }
        self.init(rawValue: text)
    }
}
