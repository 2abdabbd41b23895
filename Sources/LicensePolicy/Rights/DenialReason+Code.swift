public import LicenseModel

extension DenialReason.Code {
    /// No base license is loaded.
    public static var baseMissing: Self { Self(rawValue: "base-missing") }

    /// The base license does not cover this build of the product.
    public static var baseBuildNotCovered: Self { Self(rawValue: "base-build-not-covered") }

    /// The base license is bound to other nodes.
    public static var baseWrongNode: Self { Self(rawValue: "base-wrong-node") }

    /// The base license has not started yet.
    public static var baseNotYetValid: Self { Self(rawValue: "base-not-yet-valid") }

    /// The base license has expired, and its grace period, if any, has ended.
    public static var baseExpired: Self { Self(rawValue: "base-expired") }

    /// No license for the module is loaded.
    public static var moduleNotActivated: Self { Self(rawValue: "module-not-activated") }

    /// The module's license does not cover this build of the product.
    public static var moduleBuildNotCovered: Self { Self(rawValue: "module-build-not-covered") }

    /// The module's license is bound to other nodes.
    public static var moduleWrongNode: Self { Self(rawValue: "module-wrong-node") }

    /// The module's license has not started yet.
    public static var moduleNotYetValid: Self { Self(rawValue: "module-not-yet-valid") }

    /// The module's license has expired, and its grace period, if any, has ended.
    public static var moduleExpired: Self { Self(rawValue: "module-expired") }

    /// The license lists the features that it includes, and the requested feature is not one of them.
    public static var featureNotIncluded: Self { Self(rawValue: "feature-not-included") }

    /// The requested addition would exceed a limit of the base license or community grant.
    public static var limitReached: Self { Self(rawValue: "limit-reached") }

    /// All codes that this release defines, in the order in which a denial lists its reasons.
    public static var known: [Self] {
        [
            .baseMissing, .baseBuildNotCovered, .baseWrongNode, .baseNotYetValid, .baseExpired, .moduleNotActivated,
            .moduleBuildNotCovered, .moduleWrongNode, .moduleNotYetValid, .moduleExpired, .featureNotIncluded,
            .limitReached,
        ]
    }
}
