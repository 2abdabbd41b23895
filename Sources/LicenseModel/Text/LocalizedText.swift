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
    public init(english: String, simplifiedChinese: String) {
        self.english = english
        self.simplifiedChinese = simplifiedChinese
    }

    /// The texts in the order of ``LicenseLanguage``, as the library's own sentences are written.
    package init(_ english: String, _ simplifiedChinese: String) {
        self.init(english: english, simplifiedChinese: simplifiedChinese)
    }

    /// The text in a language.
    ///
    /// - Parameter language: The language.
    public subscript(language: LicenseLanguage) -> String {
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
    /// Reads a text as a report writes it.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` where a language is missing, or a text holds control characters other than newlines.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) throws -> String {
            guard let text = try container.decodeTextIfPresent(forKey: key) else {
                throw DecodingError.valueNotFound(
                    String.self,
                    .init(codingPath: container.codingPath + [key], debugDescription: "A language is missing")
                )
            }
            return text
        }
        self.init(try text(.english), try text(.simplifiedChinese))
    }

    /// Some texts, a line each.
    package static func lines(_ texts: [LocalizedText]) -> LocalizedText {
        LocalizedText(
            texts.map(\.english).joined(separator: "\n"),
            texts.map(\.simplifiedChinese).joined(separator: "\n")
        )
    }
}
