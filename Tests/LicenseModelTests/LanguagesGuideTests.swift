#if DEBUG
import Foundation
import Testing

// The templates are internal, and a release build of the tests has no access to them.
@testable import LicenseModel

@Suite("The guide about languages")
struct LanguagesGuideTests {
    @Test("Its table has every message with its texts, in their order")
    func table() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let guide = try String(contentsOf: root.appending(path: "Documentation/Languages.md"), encoding: .utf8)
        let rows = MessageTexts.all.map { "| `\($0.key)` | \($0.english) | \($0.simplifiedChinese) |" }
        let told = guide.split(separator: "\n")
            .filter { $0.hasPrefix("| `") && $0.contains(".") || $0.contains("`shortage`") }
        // In a table a bar within a cell has a backslash.
        let other = zip(rows, told).first { $0 != $1.replacing("\\|", with: "|") }
        #expect(other == nil)
        #expect(told.count == rows.count)
    }

    @Test("It explains every place that a template can have")
    func places() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let guide = try String(contentsOf: root.appending(path: "Documentation/Languages.md"), encoding: .utf8)
        for place in MessageTemplate.Place.allCases {
            #expect(guide.contains("| `{\(place)}` |"), "\(place)")
        }
    }
}
#endif
