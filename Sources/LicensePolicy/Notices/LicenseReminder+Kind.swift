public import LicenseModel

extension LicenseReminder.Kind {
    /// The license ends soon, and none follows it.
    public static var expiring: Self { Self(rawValue: "expiring") }

    /// The license has expired, and its grace period runs.
    public static var grace: Self { Self(rawValue: "grace") }

    /// The license has expired.
    public static var expired: Self { Self(rawValue: "expired") }

    /// The kinds of this release.
    public static var known: [Self] {
        [.expiring, .grace, .expired]
    }
}
