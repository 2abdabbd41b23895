public import LicenseModel

extension LicenseReminder.Kind {
    /// The license ends soon, and no other license follows it without a gap.
    public static var expiring: Self { Self(rawValue: "expiring") }

    /// The license is in its grace period, and allows everything until the grace period ends.
    public static var grace: Self { Self(rawValue: "grace") }

    /// The license has expired, and its grace period, if any, has ended.
    public static var expired: Self { Self(rawValue: "expired") }

    /// All kinds that this release defines.
    public static var known: [Self] {
        [.expiring, .grace, .expired]
    }
}
