public import LicenseModel

/// A license as a test wants it, in a line.
///
/// ```swift
/// .base(days: 365)
/// .base(days: 30).limited(to: ["cores": 3]).bundling("replication")
/// .plus("replication", days: 13).features("snapshots")
/// .plus("vector-search").expired(daysAgo: 2)
/// ```
///
/// It starts when it is issued, unless it is said otherwise. What is wrong with it, such as a term of 0 days, is told when it is issued.
public struct TestLicense: Sendable, Hashable {
    enum Scope: Hashable {
        /// `nil`: an edition of the catalog.
        case base(License.Edition?, bundling: [License.Module])
        case plus([License.Module])
    }

    var scope: Scope
    /// How many days it runs; `nil`: perpetual.
    var days: Int?
    /// How many days after it is issued it starts; below 0: it was issued and started so many days ago.
    var startDays = 0
    var type: LicenseType
    /// `nil`: so many of each unit of the catalog.
    var limits: [LimitUnit: License.Limit]?
    /// Whether each unit is unlimited that is named, and which others are.
    var isUnlimited = false
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

    /// A base license: the first edition of the product's catalog by its bytes, and 10 of each unit that the catalog names, so that
    /// nothing is unlimited by accident.
    ///
    /// A catalog without editions counts as one with `standard`, and one without units as one with `units`.
    ///
    /// - Parameter days: How many days it runs, at least 1.
    /// - Returns: The license.
    public static func base(days: Int = 365) -> TestLicense {
        TestLicense(.base(nil, bundling: []), days: days, type: .paid, limits: nil)
    }

    /// A license for modules, without an allowance.
    ///
    /// - Parameters:
    ///   - modules: The modules, at least 1.
    ///   - days: How many days it runs, at least 1.
    /// - Returns: The license.
    public static func plus(_ modules: License.Module..., days: Int = 365) -> TestLicense {
        .plus(modules, days: days)
    }

    /// A license for modules, without an allowance.
    ///
    /// - Parameters:
    ///   - modules: The modules, at least 1.
    ///   - days: How many days it runs, at least 1.
    /// - Returns: The license.
    public static func plus(_ modules: [License.Module], days: Int = 365) -> TestLicense {
        TestLicense(.plus(modules), days: days, type: .addOn, limits: [:])
    }

    /// The same with something changed.
    func with(_ change: (inout TestLicense) -> Void) -> TestLicense {
        var license = self
        change(&license)
        return license
    }
}
