/// What a licence counts, such as hosts.
public struct LimitUnit: LicenseIdentifier {
    /// The identifier's text.
    public let rawValue: String

    /// Makes a unit of a text, or `nil` where the text is no identifier.
    ///
    /// - Parameter rawValue: The text, taken as it is.
    public init?(rawValue: String) {
        guard IdentifierSyntax.isIdentifier(rawValue) else {
            return nil
        }
        self.rawValue = rawValue
    }
}

extension LimitUnit {
    /// Physical hosts.
    public static let hosts: LimitUnit = "hosts"

    /// CPU sockets of the hosts.
    public static let cpus: LimitUnit = "cpus"

    /// Virtual machines.
    public static let vms: LimitUnit = "vms"
}
