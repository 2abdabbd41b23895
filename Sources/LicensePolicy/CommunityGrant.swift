public import LicenseModel

/// What a product grants while no base license is loaded: its core may be operated, within limits.
public struct CommunityGrant: Sendable, Hashable {
    /// The limits.
    ///
    /// A unit that is not named is not limited.
    public var limits: [LimitUnit: License.Limit]

    /// Makes a grant.
    ///
    /// - Parameter limits: The limits. A unit that is not named is not limited.
    public init(limits: [LimitUnit: License.Limit]) {
        self.limits = limits
    }
}
