import LicenseModel

/// A table of the instants until which a slot's licenses provide coverage without a gap.
///
/// The terms are sorted once. Each lookup is then a binary search.
struct CoverageTable {
    /// The starts of the terms in ascending order.
    private let starts: [Int64]

    /// The end of the coverage for each start, in the same order as `starts`.
    ///
    /// It includes all terms that start earlier, and all later terms that follow without a gap.
    private let ends: [Int64]

    /// Creates the table of a slot.
    ///
    /// - Parameters:
    ///   - indices: The indices of the licenses that fill the slot.
    ///   - terms: The terms that the indices refer to.
    init(_ indices: [Int], in terms: [Term]) {
        // `ordered(by:)` is generic, which is too slow for the evaluation of many licenses.
        let order = IndexOrder.indices(upTo: indices.count) { terms[indices[$0]].start < terms[indices[$1]].start }
        let starts = order.map { terms[indices[$0]].start }
        var reach = Int64.min
        var ends = order.map { index in
            reach = max(reach, terms[indices[index]].end)
            return reach
        }
        // If the next term starts no later than the coverage ends, the coverage extends to the end of that term's
        // coverage.
        for index in ends.indices.dropLast().reversed() where starts[index + 1] <= ends[index] {
            ends[index] = ends[index + 1]
        }
        self.starts = starts
        self.ends = ends
    }

    /// Returns the end of the coverage that starts with a term.
    ///
    /// The coverage includes each license that starts no later than the coverage ends.
    ///
    /// - Parameter term: A term of the table.
    /// - Returns: The end, or `nil` if the coverage has no end.
    func end(from term: Term) -> LicenseInstant? {
        // The index is at least 1, because the term itself starts before it ends.
        let index = self.starts.endOfPrefix { $0 <= term.end }
        let end = self.ends[index - 1]
        return end == .max ? nil : LicenseInstant(secondsSince1970: end)
    }
}
