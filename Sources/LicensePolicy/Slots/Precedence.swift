import LicenseModel

/// Which of a slot's licences is the effective one.
///
/// In force goes before grace, expired and pending; in a module's slot a licence for modules before a base licence that
/// bundles it; then the latest `iat`, the higher sequence, the smaller id, the smaller issuer. The digest, last, only
/// keeps the answer from depending on the order in which licences were loaded.
struct Precedence {
    let instant: Instant
    let slot: Slot

    /// The effective one of some licences.
    func first(of indices: [Int], in licenses: [License]) -> Int? {
        indices.min { self.precedes(licenses[$0], licenses[$1]) }
    }

    private func precedes(_ lhs: License, _ rhs: License) -> Bool {
        let ranks = (self.rank(lhs), self.rank(rhs))
        if ranks.0 != ranks.1 {
            return ranks.0 < ranks.1
        }
        if self.slot != .base, lhs.category != rhs.category {
            return lhs.category == .plus
        }
        if lhs.issuedAt != rhs.issuedAt {
            return lhs.issuedAt > rhs.issuedAt
        }
        if lhs.sequence != rhs.sequence {
            return (lhs.sequence ?? -1) > (rhs.sequence ?? -1)
        }
        if lhs.id != rhs.id {
            return lhs.id < rhs.id
        }
        if lhs.issuer != rhs.issuer {
            return lhs.issuer < rhs.issuer
        }
        return lhs.payloadDigest < rhs.payloadDigest
    }

    private func rank(_ license: License) -> Int {
        switch license.state(at: self.instant) {
        case .inForce: 0
        case .grace: 1
        case .expired: 2
        case .pending, .empty: 3
        }
    }
}
