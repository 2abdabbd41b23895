import Licensing

/// The texts of the pages, which templates name as `{{t.aboutTitle}}`.
///
/// What licenses allow, and why not, is said by the texts of the library.
enum PageTexts {
    /// Every text, by its name.
    static let all = Self.shell.merging(Self.about) { first, _ in first }
        .merging(Self.objects) { first, _ in first }
        .merging(Self.changes) { first, _ in first }

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
}

extension LocalizedText {
    /// Creates a text of the pages in both of their languages.
    init(_ english: String, zh chinese: String) {
        self.init(english, [.simplifiedChinese: chinese])
    }
}
