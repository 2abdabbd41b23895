extension License {
    /// A module of the product, licensed on top of the base.
    ///
    /// `base` and `core` name the product itself, and are no modules.
    public struct Module: LicenseIdentifier {
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

        /// Tells what keeps a text from being a module's name.
        ///
        /// - Parameter text: The text.
        /// - Returns: The end of a sentence that starts with the text's name. `nil` if the text is a module's name.
        public static func problem(in text: String) -> String? {
            text == "base" || text == "core"
                ? "is '\(text)', which is the product itself and no module" : IdentifierSyntax.problem(in: text)
        }
    }
}

extension License.Module {
    /// Enterprise management, 企业管理.
    public static let projectManagement: License.Module = "project-management"

    /// VMware management, VMware管理.
    public static let vmware: License.Module = "vmware"

    /// Bare-metal management, 裸金属管理.
    public static let baremetal: License.Module = "baremetal"

    /// The disaster-recovery service, 灾备服务.
    public static let disasterRecovery: License.Module = "disaster-recovery"

    /// The modules that the license guide names, ordered by their bytes.
    public static let known: [License.Module] = [.baremetal, .disasterRecovery, .projectManagement, .vmware]
}
