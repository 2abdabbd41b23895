public import LicenseModel

extension EntitlementChange.Aspect {
    /// The status of a slot, a name of ``LicenseModel/LicenseStatus``.
    public static var status: Self { Self(rawValue: "status") }

    /// The menu entry of a module, a name of ``MenuState``.
    public static var menu: Self { Self(rawValue: "menu") }

    /// The effective license of a slot, its id.
    public static var license: Self { Self(rawValue: "license") }

    /// The edition that the effective license of the base names.
    public static var edition: Self { Self(rawValue: "edition") }

    /// How much of a unit the effective license of a slot names: a limit, and the change's unit says of which.
    public static var limit: Self { Self(rawValue: "limit") }

    /// The only features that a slot has by its license, a list, or `all`.
    public static var features: Self { Self(rawValue: "features") }

    /// How far a slot's licenses reach without a gap, an instant.
    public static var coveredUntil: Self { Self(rawValue: "coveredUntil") }

    /// Whether a slot may be looked at: the codes of the reasons against it, an empty list if it may.
    public static var view: Self { Self(rawValue: "view") }

    /// Whether a slot may be changed: the codes of the reasons against it, an empty list if it may.
    public static var operate: Self { Self(rawValue: "operate") }

    /// The reminder about a slot, its id.
    public static var reminder: Self { Self(rawValue: "reminder") }

    /// The quota of a unit, and the change's unit says of which.
    public static var quota: Self { Self(rawValue: "quota") }

    /// What happens at login, a name of ``LoginDirective``.
    public static var login: Self { Self(rawValue: "login") }

    /// A finding.
    public static var finding: Self { Self(rawValue: "finding") }

    /// The aspects of this release, in the order in which changes of a slot are listed.
    public static var known: [Self] {
        [
            .status, .menu, .license, .edition, .limit, .features, .coveredUntil, .view, .operate, .reminder, .quota,
            .login, .finding,
        ]
    }
}
