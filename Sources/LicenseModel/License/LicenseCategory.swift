/// What a license is for: the product itself, or modules of it.
public enum LicenseCategory: String, Sendable, Hashable, Codable, CaseIterable {
    /// A license for the product. It may bundle modules.
    case base

    /// A license for modules, 模块许可证. It works on top of a base license.
    case plus
}
