/// The category of a license: a license for the product itself, or an add-on for its modules.
public enum LicenseCategory: String, Sendable, Hashable, Codable {
    /// A base license, which is for the product itself and can bundle modules.
    case base

    /// A plus license (模块许可证), which is an add-on for modules on top of a base license.
    case plus
}
