/// The library's message texts, each in English and Simplified Chinese.
///
/// ``MessageTemplate`` describes the syntax of braces and brackets, and ``DetailTexts`` that of the lines.
enum MessageTexts {
    typealias Key = LicenseMessage.Key

    /// The keys of all messages, in the order of `Documentation/Languages.md`.
    static let keys = texts.names.map(Key.init(rawValue:))

    /// The English templates by key.
    static var english: [Key: String] { templates.english }

    /// The Simplified Chinese templates by key.
    static var simplifiedChinese: [Key: String] { templates.simplifiedChinese }

    private static let texts = DetailTexts(
        [words, errors, files, reasons, remedies, notices, warnings, explanations, store].joined(separator: "\n")
    )

    private static let templates: (english: [Key: String], simplifiedChinese: [Key: String]) = {
        var templates: (english: [Key: String], simplifiedChinese: [Key: String]) = ([:], [:])
        for (number, key) in keys.enumerated() {
            (templates.english[key], templates.simplifiedChinese[key]) = texts[number]
        }
        return templates
    }()

    /// Returns the key of the texts for messages of a kind that have no texts of their own.
    ///
    /// - Parameter key: The key of a message, whose kind is the part before the first dot.
    /// - Returns: The key `….other` of the same kind, which does not exist for every kind.
    static func other(_ key: Key) -> Key {
        Key(rawValue: "\(key.rawValue.prefix { $0 != "." }).other")
    }

    /// Returns the placeholders that a catalog's text for a key can use.
    ///
    /// They are the placeholders of the key's own texts, and those that all messages of its kind have. A remedy can also use
    /// the placeholders of its reason.
    static func placeholders(of key: Key) -> [MessageTemplate.Placeholder] {
        let kind = key.rawValue.prefix { $0 != "." }
        var keys = [key]
        if kind == "remedy" {
            keys.append(Key(rawValue: "reason\(key.rawValue.dropFirst(kind.count))"))
        }
        var placeholders: [MessageTemplate.Placeholder] = [.product, .contact, .name]
        for text in keys.flatMap({ [self.english[$0], self.simplifiedChinese[$0]] }) {
            placeholders += (try? MessageTemplate(text ?? "").placeholders) ?? []
        }
        switch kind {
        case "menu", "login", "limit", "nodes", "shortage": break
        case "reminder": placeholders += [.license, .code]
        default: placeholders.append(.code)
        }
        return placeholders
    }

    /// Returns whether a message can be about a module, so that a catalog can replace its text for that module.
    static func isAboutModules(_ key: Key) -> Bool {
        key.rawValue.hasPrefix("remedy.module-") || key.rawValue.hasSuffix(".feature-not-included")
            || (try? MessageTemplate(self.english[key] ?? "").placeholders)?.contains(.name) ?? false
    }
}
