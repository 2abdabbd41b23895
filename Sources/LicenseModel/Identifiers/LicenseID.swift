/// The id of a licence, unique for its issuer: the `jti` claim.
public struct LicenseID: LicenseIdentifier {
    /// The identifier's text.
    public let rawValue: String

    /// Makes a licence id of a text, or `nil` where the text is no identifier.
    ///
    /// - Parameter rawValue: The text, taken as it is.
    public init?(rawValue: String) {
        guard IdentifierSyntax.isIdentifier(rawValue) else {
            return nil
        }
        self.rawValue = rawValue
    }
}
