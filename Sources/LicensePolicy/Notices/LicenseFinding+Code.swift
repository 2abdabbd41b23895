public import LicenseModel

extension LicenseFinding.Code {
    /// The license is excluded, because it does not cover this build of the product.
    public static var buildNotCovered: Self { Self(rawValue: "build-not-covered") }

    /// The machine's clock is more than a day behind the high-water mark, or differs from the clock of another node.
    ///
    /// The finding is not about a license. A ``LicenseGate`` reports only the first case, and ``Entitlements/findings``
    /// reports neither. To report the second case, use ``TrustedClock/isSuspect(comparedTo:)``.
    public static var clockSuspect: Self { Self(rawValue: "clock-suspect") }

    /// The effective license has a lower limit or fewer features than another current license of its slot.
    public static var grantsLess: Self { Self(rawValue: "grants-less") }

    /// The signing time of the license is more than a day in the future, so a clock is wrong.
    public static var issuedInFuture: Self { Self(rawValue: "issued-in-future") }

    /// The plus license has a different issuer or licensee than the base license.
    public static var licenseeDiffers: Self { Self(rawValue: "licensee-differs") }

    /// The license covers no build that is made from now on.
    public static var updatesEnded: Self { Self(rawValue: "updates-ended") }

    /// In less than 14 days, the license will cover no build that is made from then on.
    public static var updatesEnding: Self { Self(rawValue: "updates-ending") }

    /// The license is excluded, because it is bound to other nodes.
    public static var wrongNode: Self { Self(rawValue: "wrong-node") }

    /// All codes that this release defines, ordered by their bytes.
    public static var known: [Self] {
        [
            .buildNotCovered, .clockSuspect, .grantsLess, .issuedInFuture, .licenseeDiffers, .updatesEnded,
            .updatesEnding, .wrongNode,
        ]
    }
}
