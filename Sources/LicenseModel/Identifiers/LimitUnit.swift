/// A unit that a license can limit, such as `databases`.
///
/// ```swift
/// extension LimitUnit {
///     static let databases: LimitUnit = "databases"
/// }
///
/// let limit = gate.entitlements.limit(of: .databases)
/// ```
public struct LimitUnit: LicenseIdentifier, CodingKeyRepresentable {
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
