public import Licensing

/// The hosts that a product manages.
public final class Inventory {
    private let entitlements: () -> Entitlements
    private var usage = LicenseUsage.zero

    /// Makes an empty inventory.
    ///
    /// - Parameter entitlements: What the licenses grant now.
    public init(entitlements: @escaping () -> Entitlements) {
        self.entitlements = entitlements
    }

    /// How many hosts there are.
    public var hostCount: Int {
        self.usage.total[.hosts] ?? 0
    }

    /// Adds a VMware host.
    ///
    /// - Throws: `LicenseDenial` where the licenses do not allow it.
    public func addVMwareHost() throws(LicenseDenial) {
        try self.entitlements().admit([.hosts: 1], to: .module(.vmware), given: self.usage)
        self.usage.total[.hosts, default: 0] += 1
        self.usage.modules[.vmware, default: [:]][.hosts, default: 0] += 1
    }
}
