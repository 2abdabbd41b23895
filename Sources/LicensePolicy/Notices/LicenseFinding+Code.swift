public import LicenseModel

extension LicenseFinding.Code {
    /// The license does not cover this build of the product, and is excluded.
    public static var buildNotCovered: Self { Self(rawValue: "build-not-covered") }

    /// The clock is behind the time that has been seen, or differs from another node's.
    ///
    /// No license is concerned.
    public static var clockSuspect: Self { Self(rawValue: "clock-suspect") }

    /// The license was signed more than a day from now: a clock is wrong.
    public static var issuedInFuture: Self { Self(rawValue: "issued-in-future") }

    /// The module's license was issued by or to another than the base license.
    public static var licenseeDiffers: Self { Self(rawValue: "licensee-differs") }

    /// The license is bound to other nodes, and is excluded.
    public static var wrongNode: Self { Self(rawValue: "wrong-node") }

    /// The findings of this release, ordered by their bytes.
    public static var known: [Self] {
        [
            .buildNotCovered, .clockSuspect, .issuedInFuture, .licenseeDiffers, .wrongNode,
        ]
    }
}
