/// The edition of the platform that a base licence is for (licence guide, rows 2 and 4).
public struct Edition: LicenseIdentifier {
    /// The identifier's text.
    public let rawValue: String

    /// Makes an edition of a text, or `nil` where the text is no identifier.
    ///
    /// - Parameter rawValue: The text, taken as it is.
    public init?(rawValue: String) {
        guard IdentifierSyntax.isIdentifier(rawValue) else {
            return nil
        }
        self.rawValue = rawValue
    }
}

extension Edition {
    /// The Enterprise edition, 企业版.
    public static let enterprise: Edition = "enterprise"

    /// The Hybrid edition, 混合云版.
    public static let hybrid: Edition = "hybrid"
}
