public import LicenseModel

/// A description of a license for a test, which ``TestLicensing`` issues.
///
/// ```swift
/// let licensing = try TestLicensing(
///     .base(days: 30).limited(to: ["cores": 3]).bundling("replication"),
///     .plus("vector-search", days: 13).features("snapshots"),
///     .plus("audit").expired(daysAgo: 2)
/// )
/// ```
///
/// By default, the license starts when it is issued. An invalid description, such as a term of 0 days, is reported when the
/// license is issued.
public struct TestLicense: Sendable, Hashable {
    enum Scope: Hashable {
        /// A base license. If the edition is `nil`, it has the catalog's first edition.
        case base(License.Edition?, bundling: [License.Module])
        case plus([License.Module])
    }

    var scope: Scope
    /// The number of days from the start to the end, or `nil` if the license is perpetual.
    var days: Int?
    /// The number of days from now to the start.
    ///
    /// If negative, the license is also issued at its start.
    var startDays = 0
    var type: LicenseType
    /// The number of each unit, or `nil` for 10 of each unit of the catalog.
    var limits: [LimitUnit: License.Limit]?
    /// Whether every unit in the limits is unlimited.
    var isUnlimited = false
    /// The units that are unlimited in addition to the limits.
    var unlimitedUnits: Set<LimitUnit> = []
    var features: [License.Feature]?
    var nodes: [String]?
    var product: ProductID?
    var issuer: String?
    var licensee: String?
    var organization: String?
    var id: LicenseID?
    var sequence: Int?
    var reminderDays: Int?
    var graceDays: Int?
    var updatesUntil: LicenseInstant?

    private init(_ scope: Scope, days: Int, type: LicenseType, limits: [LimitUnit: License.Limit]?) {
        self.scope = scope
        self.days = days
        self.type = type
        self.limits = limits
    }

    /// Creates a base license with an edition of the catalog and 10 of each of its units.
    ///
    /// The edition is the first one of the catalog in byte order, or `standard` if the catalog has no editions. If the
    /// catalog has no units, the license covers 10 `units`. Every unit has a limit, so that nothing is unlimited by accident.
    ///
    /// - Parameter days: The number of days from the start to the end, 1 or more.
    /// - Returns: The base license.
    public static func base(days: Int = 365) -> TestLicense {
        TestLicense(.base(nil, bundling: []), days: days, type: .paid, limits: nil)
    }

    /// Creates a plus license for modules, without limits.
    ///
    /// - Parameters:
    ///   - modules: The modules, 1 to 64.
    ///   - days: The number of days from the start to the end, 1 or more.
    /// - Returns: The plus license.
    public static func plus(_ modules: License.Module..., days: Int = 365) -> TestLicense {
        .plus(modules, days: days)
    }

    /// Creates a plus license for modules, without limits.
    ///
    /// - Parameters:
    ///   - modules: The modules, 1 to 64.
    ///   - days: The number of days from the start to the end, 1 or more.
    /// - Returns: The plus license.
    public static func plus(_ modules: [License.Module], days: Int = 365) -> TestLicense {
        TestLicense(.plus(modules), days: days, type: .addOn, limits: [:])
    }

    /// Returns a copy of the license after applying a change.
    func with(_ change: (inout TestLicense) -> Void) -> TestLicense {
        var license = self
        change(&license)
        return license
    }
}
