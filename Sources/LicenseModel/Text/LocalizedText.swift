/// A language in which the library speaks to people.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    /// English.
    case english = "en"

    /// Simplified Chinese.
    case simplifiedChinese = "zh-Hans"
}

/// A text for people, in every language that the library speaks.
///
/// A text that lacks one cannot be made.
public struct LocalizedText: Sendable, Hashable, Codable {
    /// The text in English.
    public let english: String

    /// The text in Simplified Chinese.
    public let simplifiedChinese: String

    /// Makes a text.
    ///
    /// - Parameters:
    ///   - english: The text in English.
    ///   - simplifiedChinese: The text in Simplified Chinese.
    public init(_ english: String, _ simplifiedChinese: String) {
        self.english = english
        self.simplifiedChinese = simplifiedChinese
    }

    /// The text in a language.
    ///
    /// - Parameter language: The language.
    public subscript(language: Language) -> String {
        switch language {
        case .english: self.english
        case .simplifiedChinese: self.simplifiedChinese
        }
    }

    // The members are language tags (BCP 47).
    private enum CodingKeys: String, CodingKey {
        case english = "en"
        case simplifiedChinese = "zh-Hans"
    }
}

extension LocalizedText {
    /// Some texts, a line each.
    package static func lines(_ texts: [LocalizedText]) -> LocalizedText {
        LocalizedText(
            texts.map(\.english).joined(separator: "\n"),
            texts.map(\.simplifiedChinese).joined(separator: "\n")
        )
    }
}
