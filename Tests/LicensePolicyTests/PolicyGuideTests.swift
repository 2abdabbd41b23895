import Foundation
import LicenseModel
import Testing

/// Compares the tables of `Documentation/Policy.md` with the cases of the tests.
@Suite("The tables of the policy documentation")
struct PolicyGuideTests {
    static let lines: [String] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try? String(contentsOf: root.appendingPathComponent("Documentation/Policy.md"), encoding: .utf8)
        return text?.components(separatedBy: "\n") ?? []
    }()

    /// Returns the rows of the table below a heading, without the header and the delimiter row.
    static func table(below heading: String) -> [String] {
        Array(self.lines.drop { $0 != heading }.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }.dropFirst(2))
    }

    @Test("The documented license guide matches the requirements table")
    func requirements() {
        let expected = RequirementsTable.rows.sorted { $0.row < $1.row }.map(\.markdown)
        Self.compare(Self.table(below: "## The license guide's rows"), expected)
        #expect(expected.count > 50)
    }

    @Test("The documented decisions match the decision table")
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

    @Test("The documented worked examples match the quota tests")
    func quotas() {
        let rows = Self.table(below: "### Worked examples")
        let cases = QuotaTests.baseCases + QuotaTests.moduleCases
        #expect(rows.count == 8)
        for row in rows {
            let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let test = cases.first { $0.testDescription == cells.first }
            let numbers = test?.quotas.first?.split(separator: " ").dropFirst().map(String.init)
            #expect(cells.suffix(5) == numbers?[...], "\(row)")
        }
    }

    /// Records an issue for each row that only the documentation or only the tests have.
    static func compare(_ documented: [String], _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation)
    {
        for difference in documented.difference(from: expected) {
            switch difference {
            case .insert(_, let line, _): Issue.record("Only in Policy.md: \(line)", sourceLocation: sourceLocation)
            case .remove(_, let line, _): Issue.record("Not in Policy.md: \(line)", sourceLocation: sourceLocation)
            }
        }
        #expect(documented == expected, sourceLocation: sourceLocation)
    }
}
