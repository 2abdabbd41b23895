import Foundation
import LicenseModel
import Testing

/// What `Documentation/Policy.md` says is what the tests expect, line by line.
@Suite("The guide to the policy")
struct PolicyGuideTests {
    static let lines: [String] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try? String(contentsOf: root.appendingPathComponent("Documentation/Policy.md"), encoding: .utf8)
        return text?.components(separatedBy: "\n") ?? []
    }()

    /// The rows of the table below a heading, without its two lines of head.
    static func table(below heading: String) -> [String] {
        Array(self.lines.drop { $0 != heading }.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }.dropFirst(2))
    }

    @Test("The rows of the license guide are those of the requirements' table")
    func requirements() {
        let expected = RequirementsTable.rows.sorted { $0.row < $1.row }.map(\.markdown)
        Self.compare(Self.table(below: "## The license guide's rows"), expected)
        #expect(expected.count > 50)
    }

    @Test("The decisions are those of the decision table")
    func decisions() {
        func cell(_ codes: [String]) -> String {
            codes.isEmpty ? "yes" : codes.map { "`\($0)`" }.joined(separator: "<br>")
        }
        let expected = DecisionTableTests.rows.map { row in
            "| \(row.base.rawValue) | \(row.module.rawValue) | \(cell(row.core)) | \(cell(row.view)) |"
                + " \(cell(row.operate)) |"
        }
        Self.compare(Self.table(below: "## Who may do what"), expected)
        #expect(expected.count == 25)
    }

    @Test("The worked examples of quotas are those of the quotas' tests")
    func quotas() {
        let rows = Self.table(below: "### Worked examples")
        let cases = QuotaTests.ofBase + QuotaTests.ofModules
        #expect(rows.count == 8)
        for row in rows {
            let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let test = cases.first { $0.testDescription == cells.first }
            let numbers = test?.quotas.first?.split(separator: " ").dropFirst().map(String.init)
            #expect(cells.suffix(5) == numbers?[...], "\(row)")
        }
    }

    /// Names each line that the guide lacks, and each that only the guide has.
    static func compare(_ guide: [String], _ tests: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        for difference in guide.difference(from: tests) {
            switch difference {
            case .insert(_, let line, _): Issue.record("Only in the guide: \(line)", sourceLocation: sourceLocation)
            case .remove(_, let line, _): Issue.record("Not in the guide: \(line)", sourceLocation: sourceLocation)
            }
        }
        #expect(guide == tests, sourceLocation: sourceLocation)
    }
}
