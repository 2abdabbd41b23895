/// What a license is for: the platform itself, or modules of it (license guide, row 1).
public enum LicenseCategory: String, Sendable, Hashable, Codable, CaseIterable {
    /// A license for the platform, 云平台许可证. It may bundle modules.
    case base

    /// A license for modules, 模块许可证. It works on top of a base license.
    case plus
}
