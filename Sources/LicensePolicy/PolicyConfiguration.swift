public import LicenseModel

/// What a product decides about its licences, beside what they say themselves.
public struct PolicyConfiguration: Sendable, Equatable {
    /// How many days before the end a reminder is due, where the licence does not say.
    ///
    /// 14 in the licence guide, row 32.
    public var reminderDays: Int

    /// When this build of the product was made.
    ///
    /// Licenses for older builds alone are left out, and a gate's time never falls below it. `nil`: it is not checked.
    public var builtAt: Instant?

    /// What is granted while no base licence is loaded.
    ///
    /// `nil`: nothing.
    public var community: CommunityGrant?

    /// Makes a configuration.
    ///
    /// - Parameters:
    ///   - reminderDays: How many days before the end a reminder is due, where the licence does not say.
    ///   - builtAt: When this build of the product was made.
    ///   - community: What is granted while no base licence is loaded.
    public init(reminderDays: Int = 14, builtAt: Instant? = nil, community: CommunityGrant? = nil) {
        self.reminderDays = reminderDays
        self.builtAt = builtAt
        self.community = community
    }
}

/// What a product grants while no base licence is loaded: its core functions may be operated, within limits.
public struct CommunityGrant: Sendable, Equatable {
    /// The limits.
    ///
    /// A unit that is not named is not limited.
    public var limits: [LimitUnit: Limit]

    /// Makes a grant.
    ///
    /// - Parameter limits: The limits. A unit that is not named is not limited.
    public init(limits: [LimitUnit: Limit]) {
        self.limits = limits
    }
}
