/// A type of code that programs compare, to which later releases can add values.
///
/// Codes are structs with static properties instead of enums, so that a new code doesn't break existing `switch`
/// statements. A program that reads a report keeps the codes that only a newer release knows. Add a `default` case to every
/// `switch` over codes.
///
/// A code has 1 to 64 of the characters `A-Z a-z 0-9 . _ -`. Decoding any other text throws an error.
public protocol OpenCode: RawRepresentable<String>, Hashable, Sendable, Codable, CustomStringConvertible {
    /// Creates a code, which doesn't have to be known to this release.
    ///
    /// - Parameter rawValue: The name of the code, which doesn't change from release to release.
    init(rawValue: String)
}

extension OpenCode {
    /// The name of the code.
    public var description: String {
        self.rawValue
    }

    /// Decodes a code, which doesn't have to be known to this release.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the text does not have 1 to 64 of the characters `A-Z a-z 0-9 . _ -`.
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
