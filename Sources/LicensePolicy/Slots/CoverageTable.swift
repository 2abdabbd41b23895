import LicenseModel

/// How far the licenses of a slot reach without a gap, from any of them on.
///
/// It is sorted once. Each question is then a binary search.
struct CoverageTable {
    /// The starts of the terms in ascending order.
    private let starts: [Int64]

    /// The end of the coverage by each term and all that start before it.
    private let ends: [Int64]

    init(_ terms: [Term]) {
        let ordered = terms.sorted { $0.start < $1.start }
        let starts = ordered.map(\.start)
        var reach = Int64.min
        var ends = ordered.map { term in
            reach = max(reach, term.end)
            return reach
        }
        // Where the next term starts no later than the coverage ends, the coverage goes on as far as that one's.
        for index in ends.indices.dropLast().reversed() where starts[index + 1] <= ends[index] {
            ends[index] = ends[index + 1]
        }
        self.starts = starts
        self.ends = ends
    }

    /// The end of the coverage that starts with the term of one of the licenses.
    ///
    /// The end moves on while some license starts no later than it and ends after it.
    ///
    /// - Returns: `nil` where it has no end.
    func end(from term: Term) -> LicenseInstant? {
        // The terms that start no later than this one ends, of which it is one.
        let index = self.starts.endOfFirst { $0 <= term.end }
        let end = self.ends[index - 1]
        return end == .max ? nil : LicenseInstant(secondsSince1970: end)
    }
}
