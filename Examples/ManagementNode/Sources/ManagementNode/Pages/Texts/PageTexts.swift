import Licensing

/// The texts of the pages, which templates name as `{{t.aboutTitle}}`.
///
/// What licenses allow, and why not, is said by the texts of the library.
enum PageTexts {
    /// Every text, by its name.
    static let all = Self.shell.merging(Self.about) { first, _ in first }
        .merging(Self.objects) { first, _ in first }
        .merging(Self.changes) { first, _ in first }
        .merging(Self.punctuation) { first, _ in first }

    /// How values are put together.
    private static let punctuation: [String: LocalizedText] = [
        "pair": LocalizedText("{1}: {2}", zh: "{1}：{2}"),
        "remark": LocalizedText("{1} ({2})", zh: "{1}（{2}）"),
        "comma": LocalizedText(", ", zh: "、"),
        "semicolon": LocalizedText("; ", zh: "；"),
    ]

    /// Returns the texts in a language.
    static func texts(in language: LicenseLanguage) -> [String: String] {
        self.all.mapValues { $0[language] }
    }

    /// Returns one text in a language.
    ///
    /// A test makes sure that each name in the code exists.
    static func text(_ name: String, in language: LicenseLanguage) -> String {
        self.all[name]?[language] ?? name
    }

    /// Returns a text with values in place of `{1}`, `{2}` and so on.
    static func text(_ name: String, _ value: String, _ more: String..., in language: LicenseLanguage) -> String {
        let values = [value] + more
        let text = self.text(name, in: language)
        return text.replacing(/\{[1-9]\}/) { match -> String in
            let number = match.output.dropFirst().first?.wholeNumberValue ?? 0
            return values.indices.contains(number - 1) ? values[number - 1] : String(match.output)
        }
    }
}

extension LocalizedText {
    /// Creates a text of the pages in both of their languages.
    init(_ english: String, zh chinese: String) {
        self.init(english, [.simplifiedChinese: chinese])
    }
}
