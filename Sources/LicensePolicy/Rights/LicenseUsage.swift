public import LicenseModel

/// How much of what licenses count is in use, as the product counts it.
public struct LicenseUsage: Sendable, Equatable {
    /// How many of each unit are in use altogether, the modules' own included.
    ///
    /// Limits are held against this number: what is only in ``modules`` does not count.
    public var total: [LimitUnit: Int]

    /// How many of each unit are in use by a module's own objects, such as the replicas of a replication module.
    public var modules: [License.Module: [LimitUnit: Int]]

    /// Nothing is in use.
    public static let zero = LicenseUsage(total: [:])

    /// States what is in use.
    ///
    /// A unit that is not named is not in use; a number below 0 counts as 0.
    ///
    /// - Parameters:
    ///   - total: How many of each unit are in use altogether, the modules' own included.
    ///   - modules: How many of them are a module's own.
    public init(total: [LimitUnit: Int], modules: [License.Module: [LimitUnit: Int]] = [:]) {
        self.total = total
        self.modules = modules
    }
}
