public import LicenseModel

extension LicenseExplanation.Role {
    /// The license determines the state of the slot.
    public static var effective: Self { Self(rawValue: "effective") }

    /// The license continues the coverage without a gap when the effective license ends.
    public static var follows: Self { Self(rawValue: "follows") }

    /// The license starts in the future, and does not extend the coverage.
    public static var pending: Self { Self(rawValue: "pending") }

    /// Another license of the slot takes precedence, and the license does not extend the coverage.
    ///
    /// A current license takes precedence over one in its grace period, which takes precedence over an expired license,
    /// and then over a pending one. Among licenses with the same state, a module's plus license takes precedence over a
    /// base license that bundles the module, and then the license that was issued later.
    public static var superseded: Self { Self(rawValue: "superseded") }

    /// The license is excluded, because it does not cover this build of the product.
    public static var buildNotCovered: Self { Self(rawValue: "build-not-covered") }

    /// The license is excluded, because it is bound to other nodes.
    public static var wrongNode: Self { Self(rawValue: "wrong-node") }

    /// All roles that this release defines.
    public static var known: [Self] {
        [.effective, .follows, .pending, .superseded, .buildNotCovered, .wrongNode]
    }
}
