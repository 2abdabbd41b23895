/// The ID of a license, which is unique for its issuer: the `jti` claim (RFC 7519, section 4.1.7).
public struct LicenseID: LicenseIdentifier {
    /// The identifier as written in a license.
    public let rawValue: String

    /// Creates an identifier, or returns `nil` if the text is not a valid identifier.
    ///
    /// - Parameter rawValue: The text, which is used unchanged.
    public init?(rawValue: String) {
        guard Self.problem(in: rawValue) == nil else {
            return nil
        }
        self.rawValue = rawValue
    }
}
