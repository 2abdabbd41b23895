/// The name by which a token says which key signed it: the `kid` header (RFC 7515, section 4.1.4).
///
/// It has 1 to 64 of the characters `A-Z a-z 0-9 . _ -`, in any order. It is a hint for finding the key, and gives no trust.
public struct KeyID: LicenseIdentifier {
    /// The key id's text.
    public let rawValue: String

    /// Takes a key id, or is `nil`.
    ///
    /// - Parameter rawValue: The text, taken as it is.
    public init?(rawValue: String) {
        guard Self.problem(in: rawValue) == nil else {
            return nil
        }
        self.rawValue = rawValue
    }

    /// Tells what keeps a text from being a key id.
    ///
    /// - Parameter text: The text.
    /// - Returns: The end of a sentence that starts with the text's name. `nil` if the text is a key id.
    public static func problem(in text: String) -> String? {
        IdentifierSyntax.problem(in: text, isKeyID: true)
    }
}
