/// A text for people, in English and optionally in other languages.
///
/// ```swift
/// let name = LocalizedText("replication", ["de": "Replikation"])
/// name["de"]    // Replikation
/// name["fr"]    // replication
/// ```
public struct LocalizedText: Sendable, Equatable {
    /// The text in English, which is always present.
    public let english: String

    /// The text in languages other than English, or empty if there are no translations.
    public let translations: [LicenseLanguage: String]

    /// Creates a text from its English version and translations.
    ///
    /// - Parameters:
    ///   - english: The text in English.
    ///   - translations: The text in other languages. Languages without a translation use the English text. A value for
    ///     English is ignored.
    public init(_ english: String, _ translations: [LicenseLanguage: String] = [:]) {
        var translations = translations
        translations[.english] = nil
        self.english = english
        self.translations = translations
    }

    /// Creates a text in the library's own languages.
    package init(_ english: String, _ simplifiedChinese: String) {
        self.english = english
        self.translations = [.simplifiedChinese: simplifiedChinese]
    }

    /// The text in Simplified Chinese, or in English if there is no Chinese translation.
    public var simplifiedChinese: String {
        self[.simplifiedChinese]
    }

    /// Accesses the text in a language, or in English if there is no translation into that language.
    ///
    /// - Parameter language: The language to look up.
    public subscript(language: LicenseLanguage) -> String {
        self.translations[language] ?? self.english
    }
}

extension LocalizedText: ExpressibleByStringLiteral {
    /// Creates a text that is the same in every language, such as the name of a product.
    ///
    /// - Parameter value: The text in English.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension LocalizedText: Codable {
    /// Decodes a text from an object with a member for each language, of which `en` is required.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if `en` is missing, a member's name is not a language, or a text is empty or contains
    ///   control characters other than newlines.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let texts = try container.decode([LicenseLanguage: String].self)
        guard let english = texts[.english] else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "A text has no English version")
        }
        guard texts.values.allSatisfy({ !$0.isEmpty && $0.isPlainText }) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "A text is empty or contains control characters"
            )
        }
        self.init(english, texts)
    }

    /// Encodes the text as an object with a member for each language, or as one string if the encoder has a language.
    ///
    /// - Parameter encoder: The encoder to write to. Its `userInfo` can have a language for `.licenseLanguage`.
    /// - Throws: `EncodingError` if the value for `.licenseLanguage` is no ``LicenseLanguage``, or any error that the encoder
    ///   throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        guard let value = encoder.userInfo[.licenseLanguage] else {
            var texts = self.translations
            texts[.english] = self.english
            return try container.encode(texts)
        }
        guard let language = value as? LicenseLanguage else {
            throw EncodingError.invalidValue(
                value,
                EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "This is no LicenseLanguage")
            )
        }
        try container.encode(self[language])
    }
}

extension CodingUserInfoKey {
    /// The key of the language in which an encoder writes the texts of reports, denials, findings and previews.
    ///
    /// With it, each text is one string, which is what a client with one language reads. Without it, each text is an object
    /// with a member for each language.
    ///
    /// ```swift
    /// let encoder = JSONEncoder()
    /// encoder.userInfo[.licenseLanguage] = LicenseLanguage.simplifiedChinese
    /// let body = try encoder.encode(DenialReport(denial))
    /// ```
    ///
    /// Use it for what people read. Text in one language cannot be decoded into a ``LocalizedText``.
    public static var licenseLanguage: CodingUserInfoKey {
        guard let key = CodingUserInfoKey(rawValue: "license-language") else {
            preconditionFailure("Any text is a key")
        }
        return key
    }
}

extension LocalizedText {
    /// Joins texts with newlines, in every language into which at least one of them is translated.
    package static func lines(_ texts: [LocalizedText]) -> LocalizedText {
        var translations: [LicenseLanguage: String] = [:]
        for text in texts {
            for language in text.translations.keys where translations[language] == nil {
                translations[language] = texts.map { $0[language] }.joined(separator: "\n")
            }
        }
        return LocalizedText(texts.map(\.english).joined(separator: "\n"), translations)
    }
}
