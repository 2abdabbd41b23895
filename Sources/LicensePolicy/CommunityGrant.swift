public import LicenseModel

/// What a product grants while no base license counts: its core may be operated, within limits.
public struct CommunityGrant: Sendable, Equatable {
    /// The limits.
    ///
    /// A unit that is not named is not limited.
    public let limits: [LimitUnit: License.Limit]

    /// Makes a grant.
    ///
    /// - Parameter limits: The limits. A unit that is not named is not limited, and a number out of a license's range counts as
    ///   the end of the range.
    public init(limits: [LimitUnit: License.Limit]) {
        self.limits = limits.mapValues { limit in
            limit.count.map { .count(min(max(0, $0), License.Limit.maximumCount)) } ?? .unlimited
        }
    }
}
