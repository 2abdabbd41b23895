public import LicenseModel

/// How much of what licences count is in use, as the product counts it.
public struct Usage: Sendable, Equatable {
    /// How many of each unit are in use altogether, the modules' own included.
    public var total: [LimitUnit: Int]

    /// How many of each unit are in use by a module's own objects, such as the hosts of a VMware cluster.
    public var modules: [Module: [LimitUnit: Int]]

    /// States what is in use.
    ///
    /// A unit that is not named is not in use; a number below 0 counts as 0.
    ///
    /// - Parameters:
    ///   - total: How many of each unit are in use altogether.
    ///   - modules: How many of them are a module's own.
    public init(total: [LimitUnit: Int] = [:], modules: [Module: [LimitUnit: Int]] = [:]) {
        self.total = total
        self.modules = modules
    }
}
