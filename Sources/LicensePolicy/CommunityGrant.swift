public import LicenseModel

/// What a product permits without a current base license: to operate its core, within limits.
///
/// The grant applies while the base slot is empty or its license has not started, so that buying a license never makes a
/// customer worse off than having none:
///
/// ```swift
/// configuration.community = CommunityGrant(limits: ["hosts": .count(3)])
/// ```
///
/// Its limits are then the only limits, and a feature list of the base license does not restrict the core. It does not
/// replace the base license that a module requires, and changes neither the status nor the login. A base license that is
/// valid or in its grace period replaces the grant.
public struct CommunityGrant: Sendable, Equatable {
    /// The number of units that the grant covers, by unit.
    ///
    /// A unit without an entry is unlimited.
    public let limits: [LimitUnit: License.Limit]

    /// Whether the grant also applies after a base license and its grace period, if any, have ended.
    ///
    /// If it is `false`, which is the default, an expired base license denies operating the core, and removing the license brings the grant back.
    public let afterExpiry: Bool

    /// Creates a grant with the given limits.
    ///
    /// - Parameters:
    ///   - limits: The number of units that the grant covers, by unit. A unit without an entry is unlimited. Counts are
    ///     clamped to the range of a license: 0 to ``/LicenseModel/License/Limit/maximumCount``.
    ///   - afterExpiry: Whether the grant also applies after a base license and its grace period, if any, have ended.
    public init(limits: [LimitUnit: License.Limit], afterExpiry: Bool = false) {
        self.limits = limits.mapValues { limit in
            limit.count.map { .count(min(max(0, $0), License.Limit.maximumCount)) } ?? .unlimited
        }
        self.afterExpiry = afterExpiry
    }

    /// Returns whether the grant applies in place of a base license, given the state of the base slot.
    func applies(inPlaceOf base: SlotState) -> Bool {
        switch base {
        case .empty, .pending: true
        case .current, .grace: false
        case .expired: self.afterExpiry
        }
    }
}
