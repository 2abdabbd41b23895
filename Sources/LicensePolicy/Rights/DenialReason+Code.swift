public import LicenseModel

extension DenialReason.Code {
    /// No base license is loaded.
    public static var baseMissing: Self { Self(rawValue: "base-missing") }

    /// The base license does not cover this build of the product.
    public static var baseBuildNotCovered: Self { Self(rawValue: "base-build-not-covered") }

    /// The base license is bound to other nodes.
    public static var baseWrongNode: Self { Self(rawValue: "base-wrong-node") }

    /// The base license starts in the future.
    public static var baseNotYetValid: Self { Self(rawValue: "base-not-yet-valid") }

    /// The base license has expired, its grace period included.
    public static var baseExpired: Self { Self(rawValue: "base-expired") }

    /// No license for the module is loaded.
    public static var moduleNotActivated: Self { Self(rawValue: "module-not-activated") }

    /// The module's license does not cover this build of the product.
    public static var moduleBuildNotCovered: Self { Self(rawValue: "module-build-not-covered") }

    /// The module's license is bound to other nodes.
    public static var moduleWrongNode: Self { Self(rawValue: "module-wrong-node") }

    /// The module's license starts in the future.
    public static var moduleNotYetValid: Self { Self(rawValue: "module-not-yet-valid") }

    /// The module's license has expired, its grace period included.
    public static var moduleExpired: Self { Self(rawValue: "module-expired") }

    /// The license lists its features, and this one is not among them.
    public static var featureNotIncluded: Self { Self(rawValue: "feature-not-included") }

    /// An addition would go over limits of the base license.
    public static var limitReached: Self { Self(rawValue: "limit-reached") }

    /// The reasons of this release, in the order in which a denial lists them.
    public static var known: [Self] {
        [
            .baseMissing, .baseBuildNotCovered, .baseWrongNode, .baseNotYetValid, .baseExpired, .moduleNotActivated,
            .moduleBuildNotCovered, .moduleWrongNode, .moduleNotYetValid, .moduleExpired, .featureNotIncluded,
            .limitReached,
        ]
    }
}
