#if DEBUG
import Foundation
import Testing

// The templates are internal, so a release build of the tests cannot access them.
@testable import LicenseModel

@Suite("The guide to languages")
struct LanguagesGuideTests {
    @Test("The guide's table lists every message with its texts, in order")
    func table() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let guide = try String(contentsOf: root.appending(path: "Documentation/Languages.md"), encoding: .utf8)
        let rows = try MessageTexts.keys.map { key in
            let english = try #require(MessageTexts.english[key])
            let simplifiedChinese = try #require(MessageTexts.simplifiedChinese[key])
            return "| `\(key)` | \(english) | \(simplifiedChinese) |"
        }
        let listed = guide.split(separator: "\n")
            .filter { $0.hasPrefix("| `") && $0.contains(".") || $0.contains("`shortage`") }
        // Within a table cell, Markdown requires a backslash before a bar.
        let mismatch = zip(rows, listed).first { $0 != $1.replacing("\\|", with: "|") }
        #expect(mismatch == nil)
        #expect(listed.count == rows.count)
    }

    @Test("The guide describes every placeholder of a template")
    func placeholders() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let guide = try String(contentsOf: root.appending(path: "Documentation/Languages.md"), encoding: .utf8)
        for placeholder in MessageTemplate.Placeholder.allCases {
            #expect(guide.contains("| `{\(placeholder)}` |"), "\(placeholder)")
        }
    }
}
#endif
