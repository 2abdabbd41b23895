import Testing

@Suite("Requirements of the license guide")
struct RequirementsTableTests {
    @Test("Each requirement of the license guide is met", arguments: RequirementsTable.rows)
    func holds(_ requirement: Requirement) {
        for expectation in requirement.expectations {
            requirement.check(expectation)
        }
    }

    @Test("Every row that does not need a store is in the table, with an expectation")
    func complete() {
        let rows = Set(RequirementsTable.rows.map(\.row))
        #expect(rows == Set(1...28).union(32...50).union([60]))
        #expect(RequirementsTable.rows.allSatisfy { !$0.expectations.isEmpty })
    }
}
