public import LicenseModel

/// The number of each unit in use, as counted by your product.
///
/// ```swift
/// let usage = LicenseUsage(
///     total: ["hosts": 40],
///     modules: ["replication": ["hosts": 8]]
/// )
/// ```
public struct LicenseUsage: Sendable, Equatable {
    /// The total number of each unit in use, including the modules' own objects.
    ///
    /// The limits are compared with this number, so usage that is only in ``modules`` is ignored.
    public var total: [LimitUnit: Int]

    /// The number of each unit that a module's own objects use, such as the replicas of a replication module.
    ///
    /// It is part of ``total``.
    public var modules: [License.Module: [LimitUnit: Int]]

    /// The usage if no units are in use.
    public static let zero = LicenseUsage(total: [:])

    /// Creates a usage from your product's counts.
    ///
    /// A unit without a number is not in use. A number below 0 counts as 0.
    ///
    /// - Parameters:
    ///   - total: The total number of each unit in use, including the modules' own objects.
    ///   - modules: The part of the total that each module's own objects use.
    public init(total: [LimitUnit: Int], modules: [License.Module: [LimitUnit: Int]] = [:]) {
        self.total = total
        self.modules = modules
    }
}
