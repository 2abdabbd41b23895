public import LicenseModel

extension LicenseDraft.Member {
    /// The category: base license or plus license.
    public static var category: Self { Self(rawValue: "category") }

    /// The edition of a base license.
    public static var edition: Self { Self(rawValue: "edition") }

    /// The modules of a plus license, or the modules that a base license bundles.
    public static var modules: Self { Self(rawValue: "modules") }

    /// The commercial type, such as `Paid` or `Trial`.
    public static var type: Self { Self(rawValue: "type") }

    /// The member that marks a license as perpetual.
    public static var perpetual: Self { Self(rawValue: "perpetual") }

    /// The limit for each unit.
    public static var limits: Self { Self(rawValue: "limits") }

    /// The features that the license is restricted to.
    public static var features: Self { Self(rawValue: "features") }

    /// The name of the licensee's organization.
    public static var organization: Self { Self(rawValue: "organization") }

    /// The thumbprints of the nodes that the license is restricted to.
    public static var nodes: Self { Self(rawValue: "nodes") }

    /// The sequence number among the licensee's licenses.
    public static var sequence: Self { Self(rawValue: "sequence") }

    /// The number of days before the end at which reminders start.
    public static var reminderDays: Self { Self(rawValue: "reminderDays") }

    /// The length of the grace period, in days.
    public static var graceDays: Self { Self(rawValue: "graceDays") }

    /// The date of the latest build that the license covers.
    public static var updatesUntil: Self { Self(rawValue: "updatesUntil") }

    /// The list of members that a reader must understand.
    public static var critical: Self { Self(rawValue: "critical") }

    /// All members that this release defines, in the order of `Documentation/Format.md`, section 7.3.
    public static var known: [Self] {
        [
            .category, .edition, .modules, .type, .perpetual, .limits, .features, .organization, .nodes, .sequence,
            .reminderDays, .graceDays, .updatesUntil, .critical,
        ]
    }
}
