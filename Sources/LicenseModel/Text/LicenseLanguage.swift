/// A language in which the library speaks to people.
public enum LicenseLanguage: String, Sendable, Hashable, Codable, CaseIterable {
    /// English.
    case english = "en"

    /// Simplified Chinese.
    case simplifiedChinese = "zh-Hans"
}
