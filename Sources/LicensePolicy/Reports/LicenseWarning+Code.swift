public import LicenseModel

extension LicenseWarning.Code {
    /// Another license of the same issuer has the same id and other content.
    public static var idConflict: Self { Self(rawValue: "id-conflict") }

    /// A license to be installed has expired already, its grace period included.
    public static var expired: Self { Self(rawValue: "expired") }

    /// A license to be installed does not cover this build of the product, and would be excluded.
    public static var buildNotCovered: Self { Self(rawValue: "build-not-covered") }

    /// A license to be installed is bound to other nodes, and would be excluded.
    public static var wrongNode: Self { Self(rawValue: "wrong-node") }

    /// A license to be installed takes over a slot from one in force that grants more.
    public static var smallerLicense: Self { Self(rawValue: "smaller-license") }

    /// The base license becomes one of another edition.
    public static var editionChanged: Self { Self(rawValue: "edition-changed") }

    /// A limit falls: of the base, for all, or of a module, for its own objects.
    public static var limitLowered: Self { Self(rawValue: "limit-lowered") }

    /// More of a unit is in use than will be covered, which stops only adding.
    ///
    /// It is told of only if a preview is given what is in use.
    public static var overLimit: Self { Self(rawValue: "over-limit") }

    /// The base or a module has all its features, and will have only those that its license lists.
    public static var featuresLowered: Self { Self(rawValue: "features-lowered") }

    /// A module can no longer be looked at.
    public static var viewLost: Self { Self(rawValue: "view-lost") }

    /// The core or a module can no longer be changed.
    public static var operateLost: Self { Self(rawValue: "operate-lost") }

    /// Everybody who logs in is led to the page about the license.
    public static var loginRedirect: Self { Self(rawValue: "login-redirect") }

    /// The warnings of this release, in the order in which they are listed.
    public static var known: [Self] {
        [
            .idConflict, .expired, .buildNotCovered, .wrongNode, .smallerLicense, .editionChanged, .limitLowered,
            .overLimit, .featuresLowered,
            .viewLost, .operateLost, .loginRedirect,
        ]
    }
}
