public import LicenseModel

extension LicenseDraft.Member {
    /// The category.
    public static var category: Self { Self(rawValue: "category") }

    /// The edition.
    public static var edition: Self { Self(rawValue: "edition") }

    /// The modules.
    public static var modules: Self { Self(rawValue: "modules") }

    /// The commercial type.
    public static var type: Self { Self(rawValue: "type") }

    /// Whether it never expires.
    public static var perpetual: Self { Self(rawValue: "perpetual") }

    /// How much it covers.
    public static var limits: Self { Self(rawValue: "limits") }

    /// The only features that it covers.
    public static var features: Self { Self(rawValue: "features") }

    /// The licensee's organization.
    public static var organization: Self { Self(rawValue: "organization") }

    /// The nodes that may use it.
    public static var nodes: Self { Self(rawValue: "nodes") }

    /// The sequence number.
    public static var sequence: Self { Self(rawValue: "sequence") }

    /// The reminder's days.
    public static var reminderDays: Self { Self(rawValue: "reminderDays") }

    /// The days of grace.
    public static var graceDays: Self { Self(rawValue: "graceDays") }

    /// The last build that it covers.
    public static var updatesUntil: Self { Self(rawValue: "updatesUntil") }

    /// The list of critical members itself.
    public static var critical: Self { Self(rawValue: "critical") }

    /// The members of this release, in the order of the format's table.
    public static var known: [Self] {
        [
            .category, .edition, .modules, .type, .perpetual, .limits, .features, .organization, .nodes, .sequence,
            .reminderDays, .graceDays, .updatesUntil, .critical,
        ]
    }
}
