/// What a license counts, such as databases.
public struct LimitUnit: LicenseIdentifier, CodingKeyRepresentable {
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
