/// A module of the platform, licensed on top of the base (licence guide, rows 3 and 4).
public struct Module: LicenseIdentifier {
    /// The identifier's text.
    public let rawValue: String

    /// Makes a module of a text, or `nil` where the text is no identifier.
    ///
    /// - Parameter rawValue: The text, taken as it is.
    public init?(rawValue: String) {
        guard IdentifierSyntax.isIdentifier(rawValue) else {
            return nil
        }
        self.rawValue = rawValue
    }
}

extension Module {
    /// Enterprise management, 企业管理.
    public static let projectManagement: Module = "project-management"

    /// VMware management, VMware管理.
    public static let vmware: Module = "vmware"

    /// Bare-metal management, 裸金属管理.
    public static let baremetal: Module = "baremetal"

    /// The disaster-recovery service, 灾备服务.
    public static let disasterRecovery: Module = "disaster-recovery"

    /// The modules that the licence guide names, ordered by their bytes.
    public static let known: [Module] = [.baremetal, .disasterRecovery, .projectManagement, .vmware]
}
