/// The ID of the key that signed a token: the `kid` header (RFC 7515, section 4.1.4).
///
/// It has 1 to 64 of the characters `A-Z a-z 0-9 . _ -`, in any order. A verifier uses it only to find the trusted key,
/// so the ID alone does not make a token trusted.
public struct KeyID: LicenseIdentifier {
    /// The key ID as written in a token's header.
    public let rawValue: String

    /// Creates a key ID, or returns `nil` if the text is not a valid key ID.
    ///
    /// - Parameter rawValue: The text, which is used unchanged.
    public init?(rawValue: String) {
        guard Self.problem(in: rawValue) == nil else {
            return nil
        }
        self.rawValue = rawValue
    }

    /// Returns the reason why a text is not a valid key ID.
    ///
    /// - Parameter text: The text to check.
    /// - Returns: The first problem as a predicate, such as `is empty`, or `nil` if the text is a valid key ID.
    public static func problem(in text: String) -> String? {
        IdentifierSyntax.problem(in: text, isKeyID: true)
    }
}
