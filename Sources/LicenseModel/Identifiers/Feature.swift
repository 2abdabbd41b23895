/// A function of the platform or of a module that a licence may name one by one.
public struct Feature: LicenseIdentifier {
    /// The identifier's text.
    public let rawValue: String

    /// Makes a feature of a text, or `nil` where the text is no identifier.
    ///
    /// - Parameter rawValue: The text, taken as it is.
    public init?(rawValue: String) {
        guard IdentifierSyntax.isIdentifier(rawValue) else {
            return nil
        }
        self.rawValue = rawValue
    }
}
