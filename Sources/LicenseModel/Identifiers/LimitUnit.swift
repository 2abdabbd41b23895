/// What a license counts, such as hosts.
public struct LimitUnit: LicenseIdentifier {
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

extension LimitUnit {
    /// Physical hosts.
    public static let hosts: LimitUnit = "hosts"

    /// CPU sockets of the hosts.
    public static let cpus: LimitUnit = "cpus"

    /// Virtual machines.
    public static let vms: LimitUnit = "vms"
}
