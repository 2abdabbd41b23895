public import LicenseModel

/// How much of what licences count is in use, as the product counts it.
public struct Usage: Sendable, Hashable {
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

    func total(of unit: LimitUnit) -> Int {
        max(0, self.total[unit] ?? 0)
    }

    func use(of unit: LimitUnit, by module: Module) -> Int {
        max(0, self.modules[module]?[unit] ?? 0)
    }

    /// The use after an addition to a slot.
    func adding(_ count: Int, of unit: LimitUnit, to slot: Slot) -> Usage {
        var usage = self
        usage.total[unit] = self.total(of: unit).addingClamped(count)
        if let module = slot.module {
            usage.modules[module, default: [:]][unit] = self.use(of: unit, by: module).addingClamped(count)
        }
        return usage
    }
}

extension Int {
    /// The sum of two numbers that are not negative, at most the greatest integer.
    func addingClamped(_ other: Int) -> Int {
        let (sum, overflow) = self.addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
