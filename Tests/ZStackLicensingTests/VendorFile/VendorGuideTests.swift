import Foundation
import Testing
import ZStackLicensing

@Suite("The page about license files of the platform")
struct VendorGuideTests {
    @Test("The page's table has each rule with its variants, in order")
    func table() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "Documentation/VendorFiles.md"), encoding: .utf8)
        let rules = VendorFileRule.allCases.filter { $0 != .available }
        let rows = rules.map { rule in
            let names = VendorVariant.all.filter { $0.rule == rule }.map(\.name)
            return "| `\(rule)` | \(names.joined(separator: "; ")) |"
        }
        let listed = page.split(separator: "\n").filter { line in rules.contains { line.hasPrefix("| `\($0)` |") } }
        #expect(listed.map(String.init) == rows)
    }
}
