import LicenseModel

/// A license in each state that a slot can have, as seen from now.
enum SlotCase: String, Sendable, CaseIterable {
    case empty
    case pending
    case inForce
    case grace
    case expired

    /// The term and the grace of such a license, `nil` where there is none.
    private var term: (from: Span, until: Span, graceDays: Int?)? {
        switch self {
        case .empty: nil
        case .pending: (.days(10), .days(100), nil)
        case .inForce: (.days(-100), .days(100), nil)
        case .grace: (.days(-100), .days(-5), 10)
        case .expired: (.days(-100), .days(-5), nil)
        }
    }

    /// A base license in this state.
    func base(bundles modules: [License.Module] = [], features: Set<License.Feature>? = nil) -> [License] {
        self.term.map {
            [.base(from: $0.from, until: $0.until, bundles: modules, features: features, graceDays: $0.graceDays)]
        } ?? []
    }

    /// A license for a module in this state.
    func plus(_ module: License.Module, features: Set<License.Feature>? = nil) -> [License] {
        self.term.map {
            [.plus(module, from: $0.from, until: $0.until, features: features, graceDays: $0.graceDays)]
        } ?? []
    }
}
