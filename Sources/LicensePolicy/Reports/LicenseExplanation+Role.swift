public import LicenseModel

extension LicenseExplanation.Role {
    /// It is the slot's effective license.
    public static var effective: Self { Self(rawValue: "effective") }

    /// It follows the effective one without a gap, and prolongs the coverage.
    public static var follows: Self { Self(rawValue: "follows") }

    /// It starts in the future, after the coverage has ended.
    public static var pending: Self { Self(rawValue: "pending") }

    /// Another license takes precedence: in force before grace before expired before pending, for a module a plus license
    /// before a base license's bundle, then the one issued later.
    public static var superseded: Self { Self(rawValue: "superseded") }

    /// It does not cover this build of the product, and is excluded.
    public static var buildNotCovered: Self { Self(rawValue: "build-not-covered") }

    /// It is bound to other nodes, and is excluded.
    public static var wrongNode: Self { Self(rawValue: "wrong-node") }

    /// The roles of this release.
    public static var known: [Self] {
        [.effective, .follows, .pending, .superseded, .buildNotCovered, .wrongNode]
    }
}
