public import LicenseModel

extension LicenseWarning.Code {
    /// Another license of the same issuer has the same ID but different content.
    public static var idConflict: Self { Self(rawValue: "id-conflict") }

    /// A license to install has expired, and its grace period, if any, has ended.
    public static var expired: Self { Self(rawValue: "expired") }

    /// A license to install does not cover this build of the product, and would be excluded.
    public static var buildNotCovered: Self { Self(rawValue: "build-not-covered") }

    /// A license to install is bound to other nodes, and would be excluded.
    public static var wrongNode: Self { Self(rawValue: "wrong-node") }

    /// A license to install would replace a current license that has a greater limit or more features.
    public static var smallerLicense: Self { Self(rawValue: "smaller-license") }

    /// The effective base license would have a different edition.
    public static var editionChanged: Self { Self(rawValue: "edition-changed") }

    /// A limit would decrease, either for the product or for a module's own objects.
    public static var limitLowered: Self { Self(rawValue: "limit-lowered") }

    /// The usage of a unit would exceed its limit, which prevents only additions.
    ///
    /// A preview reports this only if you pass it the current usage.
    public static var overLimit: Self { Self(rawValue: "over-limit") }

    /// The base or a module includes all features now, and would include only those that its license lists.
    public static var featuresLowered: Self { Self(rawValue: "features-lowered") }

    /// A module, or a feature of it, could no longer be viewed.
    public static var viewLost: Self { Self(rawValue: "view-lost") }

    /// The core or a module, or a feature of it, could no longer be operated.
    public static var operateLost: Self { Self(rawValue: "operate-lost") }

    /// Users would be redirected to the license page at login.
    public static var loginRedirect: Self { Self(rawValue: "login-redirect") }

    /// All codes that this release defines, in the order in which a preview lists its warnings.
    public static var known: [Self] {
        [
            .idConflict, .expired, .buildNotCovered, .wrongNode, .smallerLicense, .editionChanged, .limitLowered,
            .overLimit, .featuresLowered, .viewLost, .operateLost, .loginRedirect,
        ]
    }
}
