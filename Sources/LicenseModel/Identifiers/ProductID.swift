/// The product that a licence is for: the `aud` claim.
public struct ProductID: LicenseIdentifier {
    /// The identifier's text.
    public let rawValue: String

    /// Makes a product id of a text, or `nil` where the text is no identifier.
    ///
    /// - Parameter rawValue: The text, taken as it is.
    public init?(rawValue: String) {
        guard IdentifierSyntax.isIdentifier(rawValue) else {
            return nil
        }
        self.rawValue = rawValue
    }
}
