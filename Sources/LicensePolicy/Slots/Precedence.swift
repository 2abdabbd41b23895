import LicenseModel

/// Which of a slot's licences is the effective one.
///
/// In force goes before grace, expired and pending; in a module's slot a licence for modules before a base licence that
/// bundles it; then the latest `iat`, the higher sequence, the smaller id, the smaller issuer. The digest, last, only
/// keeps the answer from depending on the order in which licences were loaded.
struct Precedence {
    let instant: Instant
    let table: SlotTable

    /// The effective one of the licences at some places of the table.
    func first(of places: [Int]) -> Term? {
        guard var first = places.first.map({ self.table.terms[$0] }) else {
            return nil
        }
        var rank = self.rank(first)
        for place in places.dropFirst() {
            let term = self.table.terms[place]
            let other = self.rank(term)
            if other < rank || other == rank && self.precedes(term, first) {
                first = term
                rank = other
            }
        }
        return first
    }

    private func rank(_ term: Term) -> Int {
        switch term.state(at: self.instant) {
        case .inForce: 0
        case .grace: 1
        case .expired: 2
        case .pending, .empty: 3
        }
    }

    /// Whether a licence goes before another of the same rank.
    private func precedes(_ lhs: Term, _ rhs: Term) -> Bool {
        // In the base's slot all are for the platform.
        if lhs.isBase != rhs.isBase {
            return rhs.isBase
        }
        if lhs.issue != rhs.issue {
            return lhs.issue > rhs.issue
        }
        if lhs.sequence != rhs.sequence {
            return lhs.sequence > rhs.sequence
        }
        return self.table.license(of: lhs).hasSmallerIdentity(than: self.table.license(of: rhs))
    }
}
