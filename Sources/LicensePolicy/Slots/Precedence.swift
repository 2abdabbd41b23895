import LicenseModel

/// Which of a slot's licenses is the effective one.
///
/// In force goes before grace, expired and pending; in a module's slot a license for modules before a base license that
/// bundles it; then the latest `iat`, the higher sequence, the smaller id, the smaller issuer. The digest, last, only
/// keeps the answer from depending on the order in which licenses were loaded.
struct Precedence {
    /// The states of a license, those that go first first.
    static let states: [SlotState] = [.inForce, .grace, .expired, .pending]

    let instant: LicenseInstant
    let table: SlotTable

    /// The effective one of the licenses at some places of the table.
    func first(of places: [Int]) -> Term? {
        guard var first = places.first.map({ self.table.terms[$0] }) else {
            return nil
        }
        var rank = Self.rank(first.state(at: self.instant))
        for place in places.dropFirst() {
            let term = self.table.terms[place]
            let other = Self.rank(term.state(at: self.instant))
            if other < rank || other == rank && self.table.precedes(term, first) {
                first = term
                rank = other
            }
        }
        return first
    }

    /// The place of a state in ``states``.
    static func rank(_ state: SlotState) -> Int {
        switch state {
        case .inForce: 0
        case .grace: 1
        case .expired: 2
        case .pending, .empty: 3
        }
    }
}

extension SlotTable {
    /// Whether a license goes before another of the same state.
    func precedes(_ lhs: Term, _ rhs: Term) -> Bool {
        // In the base's slot all are for the product.
        if lhs.isBase != rhs.isBase {
            return rhs.isBase
        }
        if lhs.issue != rhs.issue {
            return lhs.issue > rhs.issue
        }
        if lhs.sequence != rhs.sequence {
            return lhs.sequence > rhs.sequence
        }
        return self.license(of: lhs).hasSmallerIdentity(than: self.license(of: rhs))
    }
}
