public import LicenseModel

/// A grant to operate the product's core without a base license, within limits.
///
/// ```swift
/// configuration.community = CommunityGrant(limits: ["hosts": .count(3)])
/// ```
public struct CommunityGrant: Sendable, Equatable {
    /// The number of units that the grant covers, by unit.
    ///
    /// A unit without an entry is unlimited.
    public let limits: [LimitUnit: License.Limit]

    /// Creates a grant with the given limits.
    ///
    /// - Parameter limits: The number of units that the grant covers, by unit. A unit without an entry is unlimited.
    ///   Counts are clamped to the range of a license: 0 to ``LicenseModel/License/Limit/maximumCount``.
    public init(limits: [LimitUnit: License.Limit]) {
        self.limits = limits.mapValues { limit in
            limit.count.map { .count(min(max(0, $0), License.Limit.maximumCount)) } ?? .unlimited
        }
    }
}
