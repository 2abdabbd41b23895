/// What a licence is for: the platform itself, or modules of it (licence guide, row 1).
public enum LicenseCategory: String, Sendable, Hashable, Codable, CaseIterable {
    /// A licence for the platform, 云平台许可证. It may bundle modules.
    case base

    /// A licence for modules, 模块许可证. It works on top of a base licence.
    case plus
}
