public import Licensing

/// The shelves that a product manages.
public final class Inventory {
    private let entitlements: () -> Entitlements
    private var usage = LicenseUsage.zero

    /// Makes an empty inventory.
    ///
    /// - Parameter entitlements: What the licenses grant now.
    public init(entitlements: @escaping () -> Entitlements) {
        self.entitlements = entitlements
    }

    /// How many shelves there are.
    public var shelfCount: Int {
        self.usage.total[.shelves] ?? 0
    }

    /// Adds a shelf to the warehouse.
    ///
    /// - Throws: `LicenseDenial` where the licenses do not allow it.
    public func addShelf() throws(LicenseDenial) {
        try self.entitlements().admit([.shelves: 1], to: .module(.warehouse), given: self.usage)
        self.usage.total[.shelves, default: 0] += 1
        self.usage.modules[.warehouse, default: [:]][.shelves, default: 0] += 1
    }
}
