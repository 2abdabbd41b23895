/// The name by which a token says which key signed it: the `kid` header (RFC 7515, section 4.1.4).
///
/// It has 1 to 64 of the characters `A-Z a-z 0-9 . _ -`. It is a hint for finding the key, and gives no trust.
public struct KeyID: RawRepresentable, Hashable, Sendable, Codable, LosslessStringConvertible,
    ExpressibleByStringLiteral
{
    /// The key id's text.
    public let rawValue: String

    /// Makes a key id of a text, or `nil` where the text is none.
    ///
    /// - Parameter rawValue: The text, taken as it is.
    public init?(rawValue: String) {
        guard IdentifierSyntax.isKeyID(rawValue) else {
            return nil
        }
        self.rawValue = rawValue
    }

    /// Makes a key id of a text, or `nil` where the text is none.
    ///
    /// - Parameter description: The text, taken as it is.
    public init?(_ description: String) {
        self.init(rawValue: description)
    }

    /// Makes a key id of a literal in the source.
    ///
    /// - Parameter value: The literal. It must be a key id, or the program traps.
    public init(stringLiteral value: String) {
        guard let keyID = KeyID(rawValue: value) else {
            preconditionFailure("A literal is not a key id: \(value.debugDescription)")
        }
        self = keyID
    }

    /// The key id's text.
    public var description: String {
        self.rawValue
    }
}
