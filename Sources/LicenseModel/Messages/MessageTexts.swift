/// The library's message texts, each in English and Simplified Chinese.
///
/// ``MessageTemplate`` describes the syntax of braces and brackets. Each row of a text below is three lines: the key, the
/// English template and the Simplified Chinese template. One multi-line string adds far less code to a program than an array
/// of rows.
enum MessageTexts {
    /// A message's key and its template in both languages.
    typealias Row = (key: String, english: String, simplifiedChinese: String)

    /// All rows, in the order of `Documentation/Languages.md`.
    static let all: [Row] = {
        let texts = [words, errors, files, reasons, remedies, notices, warnings, explanations, store]
        let lines = texts.joined(separator: "\n").split(separator: "\n").map(String.init)
        return stride(from: 0, to: lines.count, by: 3).map { (lines[$0], lines[$0 + 1], lines[$0 + 2]) }
    }()

    /// Returns the row of a key, or the row `….other` of the key's kind.
    ///
    /// - Parameter key: The key. Its kind is the part before the first dot.
    /// - Returns: The row, or `nil` if neither row exists.
    static func row(of key: String) -> Row? {
        self.byKey[key] ?? self.byKey["\(key.prefix { $0 != "." }).other"]
    }

    /// Returns the placeholders that a catalog's text for a row can use.
    ///
    /// They are the placeholders of the row's own texts, and those that all messages of its kind have. A remedy can also use
    /// the placeholders of its reason.
    static func placeholders(of row: Row) -> [MessageTemplate.Placeholder] {
        let kind = row.key.prefix { $0 != "." }
        var placeholders: [MessageTemplate.Placeholder] = [.product, .contact, .name]
        for text in [row, kind == "remedy" ? self.byKey["reason\(row.key.dropFirst(kind.count))"] ?? row : row] {
            placeholders += (try? MessageTemplate(text.english + text.simplifiedChinese).placeholders) ?? []
        }
        switch kind {
        case "menu", "login", "limit", "nodes", "shortage": break
        case "reminder": placeholders += [.license, .code]
        default: placeholders.append(.code)
        }
        return placeholders
    }

    /// Returns whether a row's message can be about a module, so that a catalog can replace its text for that module.
    static func isAboutModules(_ row: Row) -> Bool {
        row.key.hasPrefix("remedy.module-") || row.key.hasSuffix(".feature-not-included")
            || (try? MessageTemplate(row.english).placeholders)?.contains(.name) ?? false
    }

    private static let byKey: [String: Row] = all.reduce(into: [:]) { $0[$1.key] = $1 }
}
