public import Licensing

/// The shelves of a warehouse, limited by the licenses.
public final class Inventory {
    private let entitlements: () -> Entitlements
    private var usage = LicenseUsage.zero

    /// Creates an empty inventory.
    ///
    /// - Parameter entitlements: Returns the current entitlements.
    public init(entitlements: @escaping () -> Entitlements) {
        self.entitlements = entitlements
    }

    /// The number of shelves in the warehouse.
    public var shelfCount: Int {
        self.usage.total[.shelves] ?? 0
    }

    /// Adds a shelf to the warehouse.
    ///
    /// - Throws: `LicenseDenial` if the licenses do not allow it.
    public func addShelf() throws(LicenseDenial) {
        try self.entitlements().admit([.shelves: 1], to: .module(.warehouse), given: self.usage)
        self.usage.total[.shelves, default: 0] += 1
        self.usage.modules[.warehouse, default: [:]][.shelves, default: 0] += 1
    }
}
