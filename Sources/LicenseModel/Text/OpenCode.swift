/// A name that programs compare, of a set to which later releases may add.
///
/// Codes are structs with constants and not enums, so that a new one breaks nobody's `switch`, and a reader of a report
/// keeps the codes that only a newer release knows. Give each `switch` over codes a `default`.
///
/// A code has 1 to 64 of `A-Z a-z 0-9 . _ -`. A report with any other text is not read.
public protocol OpenCode: RawRepresentable<String>, Hashable, Sendable, Codable, CustomStringConvertible {
    /// Takes a code's name, whether or not this release knows it.
    ///
    /// - Parameter rawValue: The name, which does not change from release to release.
    init(rawValue: String)
}

extension OpenCode {
    /// The code's name.
    public var description: String {
        self.rawValue
    }

    /// Reads a code as a report writes it, whether or not this release knows it.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` if the text is not 1 to 64 of `A-Z a-z 0-9 . _ -`, as all codes are.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard IdentifierSyntax.isKeyID(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "A code has characters that none has"
            )
        }
        self.init(rawValue: text)
    }
}
