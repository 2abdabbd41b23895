public import LicenseModel

extension EntitlementChange.Aspect {
    /// The status of a slot, as the raw value of a ``/LicenseModel/LicenseStatus``.
    public static var status: Self { Self(rawValue: "status") }

    /// The state of a module's menu entry, as the raw value of a ``MenuState``.
    public static var menu: Self { Self(rawValue: "menu") }

    /// The effective license of a slot, as its ID.
    public static var license: Self { Self(rawValue: "license") }

    /// The edition of the effective base license.
    public static var edition: Self { Self(rawValue: "edition") }

    /// The limit of one unit in the effective license of a slot, with the unit in ``EntitlementChange/unit``.
    public static var limit: Self { Self(rawValue: "limit") }

    /// The features that a slot includes, as a list of names, or as the text `all`.
    public static var features: Self { Self(rawValue: "features") }

    /// The instant until which the licenses of a slot cover it without a gap.
    public static var coveredUntil: Self { Self(rawValue: "coveredUntil") }

    /// Whether a slot can be viewed, as the codes of the reasons for a denial, or an empty list if it is allowed.
    public static var view: Self { Self(rawValue: "view") }

    /// Whether a slot can be operated, as the codes of the reasons for a denial, or an empty list if it is allowed.
    public static var operate: Self { Self(rawValue: "operate") }

    /// The reminder about a slot, as its ID.
    public static var reminder: Self { Self(rawValue: "reminder") }

    /// The quota of one unit, with the unit in ``EntitlementChange/unit``.
    public static var quota: Self { Self(rawValue: "quota") }

    /// The behavior at login, as the raw value of a ``LoginDirective``.
    public static var login: Self { Self(rawValue: "login") }

    /// A finding that appears or disappears.
    public static var finding: Self { Self(rawValue: "finding") }

    /// All aspects that this release defines, in the order in which the changes of a slot are listed.
    public static var known: [Self] {
        [
            .status, .menu, .license, .edition, .limit, .features, .coveredUntil, .view, .operate, .reminder, .quota,
            .login, .finding,
        ]
    }
}
