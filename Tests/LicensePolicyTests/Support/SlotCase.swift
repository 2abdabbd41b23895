import LicenseModel

/// A state of a slot, with licenses that have this state at `LicenseInstant.now`.
enum SlotCase: String, Sendable, CaseIterable {
    case empty
    case pending
    case current
    case grace
    case expired

    /// The term and the grace period of a license in this state, or `nil` if the slot is empty.
    private var term: (from: Span, until: Span, graceDays: Int?)? {
        switch self {
        case .empty: nil
        case .pending: (.days(10), .days(100), nil)
        case .current: (.days(-100), .days(100), nil)
        case .grace: (.days(-100), .days(-5), 10)
        case .expired: (.days(-100), .days(-5), nil)
        }
    }

    /// Returns a base license in this state, or an empty array.
    func base(bundles modules: [License.Module] = [], features: Set<License.Feature>? = nil) -> [License] {
        self.term.map {
            [.base(from: $0.from, until: $0.until, bundles: modules, features: features, graceDays: $0.graceDays)]
        } ?? []
    }

    /// Returns a plus license in this state, or an empty array.
    func plus(_ module: License.Module, features: Set<License.Feature>? = nil) -> [License] {
        self.term.map {
            [.plus(module, from: $0.from, until: $0.until, features: features, graceDays: $0.graceDays)]
        } ?? []
    }
}
