/// A text for people in English, and in the other languages that it was given in.
///
/// ```swift
/// let name = LocalizedText("replication", ["de": "Replikation"])
/// name["de"]    // Replikation
/// name["fr"]    // replication
/// ```
public struct LocalizedText: Sendable, Equatable {
    /// The text in English.
    public let english: String

    /// The text in other languages.
    public let translations: [LicenseLanguage: String]

    /// Makes a text.
    ///
    /// - Parameters:
    ///   - english: The text in English.
    ///   - translations: The text in other languages. A language that is not there reads the English one.
    public init(_ english: String, _ translations: [LicenseLanguage: String] = [:]) {
        self.english = english
        self.translations = translations.filter { $0.key != .english }
    }

    /// The texts in the library's own languages, as its own sentences are written.
    package init(_ english: String, _ simplifiedChinese: String) {
        self.english = english
        self.translations = [.simplifiedChinese: simplifiedChinese]
    }

    /// The text in Simplified Chinese, or in English if it was not given in Chinese.
    public var simplifiedChinese: String {
        self[.simplifiedChinese]
    }

    /// The text in a language, or in English if it was not given in that language.
    ///
    /// - Parameter language: The language.
    public subscript(language: LicenseLanguage) -> String {
        self.translations[language] ?? self.english
    }
}

extension LocalizedText: ExpressibleByStringLiteral {
    /// Makes a text that is the same in every language, such as the name of a product.
    ///
    /// - Parameter value: The literal.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension LocalizedText: Codable {
    /// Reads a text as a report or a catalog writes it: an object with a member for each language, `en` among them.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` if English is missing, a member is no language, or a text is empty or holds control characters
    ///   other than newlines.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let texts = try container.decode([LicenseLanguage: String].self)
        guard let english = texts[.english] else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "The text is not given in English")
        }
        guard texts.values.allSatisfy({ !$0.isEmpty && $0.isPlainText }) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "A text is empty, or holds control characters"
            )
        }
        self.init(english, texts)
    }

    /// Writes an object with a member for each language.
    ///
    /// - Parameter encoder: The encoder.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self.translations.merging([.english: self.english]) { text, _ in text })
    }
}

extension LocalizedText {
    /// Some texts, a line each, in every language that one of them is given in.
    package static func lines(_ texts: [LocalizedText]) -> LocalizedText {
        var translations: [LicenseLanguage: String] = [:]
        for language in texts.flatMap(\.translations.keys) where translations[language] == nil {
            translations[language] = texts.map { $0[language] }.joined(separator: "\n")
        }
        return LocalizedText(texts.map(\.english).joined(separator: "\n"), translations)
    }
}
