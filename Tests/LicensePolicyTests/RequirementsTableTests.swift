import Testing

@Suite("Rows of the license guide")
struct RequirementsTableTests {
    @Test("What the guide asks for holds", arguments: RequirementsTable.rows)
    func holds(_ requirement: Requirement) {
        for expectation in requirement.expectations {
            requirement.check(expectation)
        }
    }

    @Test("Every row that needs no store is in the table, and expects something")
    func complete() {
        let rows = Set(RequirementsTable.rows.map(\.row))
        #expect(rows == Set(1...28).union(32...50).union([60]))
        #expect(RequirementsTable.rows.allSatisfy { !$0.expectations.isEmpty })
    }
}
