import LicenseModel

/// The rules that determine which of a slot's licenses is the effective one.
///
/// The rules apply in this order:
///
/// 1. The state: current, grace period, expired, pending.
/// 2. In a module's slot, a plus license takes precedence over a base license that bundles the module.
/// 3. The later `iat`, then the higher sequence number.
/// 4. The smaller ID, then the smaller issuer, then the smaller digest. The digest only makes the result independent of
///    the order in which licenses are loaded.
struct Precedence {
    /// The states of a license in descending order of precedence.
    static let states: [SlotState] = [.current, .grace, .expired, .pending]

    let instant: LicenseInstant
    let table: SlotTable

    /// Returns the term of the effective license, or `nil` if `indices` is empty.
    func first(of indices: [Int]) -> Term? {
        guard var first = indices.first.map({ self.table.terms[$0] }) else {
            return nil
        }
        var rank = Self.rank(first.state(at: self.instant))
        for index in indices.dropFirst() {
            let term = self.table.terms[index]
            let other = Self.rank(term.state(at: self.instant))
            if other < rank || other == rank && self.table.precedes(term, first) {
                first = term
                rank = other
            }
        }
        return first
    }

    /// Returns the index of a state in ``states``.
    static func rank(_ state: SlotState) -> Int {
        switch state {
        case .current: 0
        case .grace: 1
        case .expired: 2
        case .pending, .empty: 3
        }
    }
}

extension SlotTable {
    /// Returns whether a license takes precedence over another license in the same state.
    func precedes(_ lhs: Term, _ rhs: Term) -> Bool {
        // This differs only in a module's slot: the base slot has base licenses only.
        if lhs.isBase != rhs.isBase {
            return rhs.isBase
        }
        if lhs.issue != rhs.issue {
            return lhs.issue > rhs.issue
        }
        if lhs.sequence != rhs.sequence {
            return lhs.sequence > rhs.sequence
        }
        let licenses = self.input.span
        // The IDs almost always differ. They are read in place, so that no license is retained.
        let (id, otherID) = (licenses[lhs.index].content.fields.id, licenses[rhs.index].content.fields.id)
        if id != otherID {
            return id < otherID
        }
        return licenses[lhs.index].hasSmallerIdentity(than: licenses[rhs.index])
    }
}
