/// The id of a license, unique for its issuer: the `jti` claim.
public struct LicenseID: LicenseIdentifier {
    /// The identifier's text.
    public let rawValue: String

    /// Takes an identifier, or is `nil`.
    ///
    /// - Parameter rawValue: The text, taken as it is.
    public init?(rawValue: String) {
        guard Self.problem(in: rawValue) == nil else {
            return nil
        }
        self.rawValue = rawValue
    }
}
