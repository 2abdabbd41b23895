import LicenseModel

/// How much usage of each unit the plus licenses of modules cover, so that it does not count against the base license.
///
/// A plus license covers usage up to its own limit for the unit. All modules for which the license is effective share that
/// limit. The sums are exact, so a module that was added can be removed again.
struct CoveredUsage {
    /// The usage that one license covers for one unit.
    private struct Pool: Hashable {
        let license: PayloadDigest
        let unit: LimitUnit
    }

    private let usage: LicenseUsage

    /// The requested additions to a module's own usage.
    private let addition: (module: License.Module?, amounts: [LimitUnit: Int])

    /// The usage by modules of each pool, which can exceed the license's limit.
    private var uses: [Pool: UInt128] = [:]

    /// The usage that all pools of a unit cover together.
    private var sums: [LimitUnit: UInt128] = [:]

    /// Creates an empty sum, without any module.
    init(given usage: LicenseUsage, adding amounts: [LimitUnit: Int] = [:], to slot: LicenseSlot = .base) {
        self.usage = usage
        self.addition = (slot.module, amounts)
    }

    /// Sums the usage that the plus licenses of modules cover, including an addition to a slot.
    init(
        of modules: [SlotEntitlement],
        given usage: LicenseUsage,
        adding amounts: [LimitUnit: Int] = [:],
        to slot: LicenseSlot = .base
    ) {
        self.init(given: usage, adding: amounts, to: slot)
        for module in modules {
            self.add(module)
        }
    }

    /// The covered usage of a unit, at most `UInt.max`.
    subscript(unit: LimitUnit) -> UInt {
        UInt(clamping: self.sums[unit] ?? 0)
    }

    /// Adds the usage that a module's license covers.
    ///
    /// - Parameter module: The entitlement of the module's slot.
    /// - Returns: The units whose covered usage can differ.
    @discardableResult
    mutating func add(_ module: SlotEntitlement) -> [LimitUnit] {
        self.change(module, isAdded: true)
    }

    /// Subtracts the usage that the license of an added module covers.
    ///
    /// - Parameter module: The same entitlement of the module's slot that was added.
    /// - Returns: The units whose covered usage can differ.
    @discardableResult
    mutating func remove(_ module: SlotEntitlement) -> [LimitUnit] {
        self.change(module, isAdded: false)
    }

    private mutating func change(_ entitlement: SlotEntitlement, isAdded: Bool) -> [LimitUnit] {
        guard entitlement.state.isLicensed, let license = entitlement.license, license.category == .plus,
            let module = entitlement.slot.module
        else {
            return []
        }
        return self.uses(of: module)
            .compactMap { unit, use in
                guard use > 0, let limit = license.limits[unit] else {
                    return nil
                }
                let pool = Pool(license: license.payloadDigest, unit: unit)
                let before = self.uses[pool] ?? 0
                let after = isAdded ? before + use : before - use
                self.uses[pool] = after
                self.sums[unit] = (self.sums[unit] ?? 0) - limit.covered(of: before) + limit.covered(of: after)
                return unit
            }
    }

    private func uses(of module: License.Module) -> [LimitUnit: UInt128] {
        var uses = self.usage.modules[module]?.mapValues { UInt128(clamping: $0) } ?? [:]
        if module == self.addition.module {
            for (unit, amount) in self.addition.amounts {
                uses[unit, default: 0] += UInt128(clamping: amount)
            }
        }
        return uses
    }
}

extension License.Limit {
    /// Returns how much of a usage the limit covers.
    fileprivate func covered(of use: UInt128) -> UInt128 {
        switch self {
        case .unlimited: use
        case .count(let count): min(UInt128(clamping: count), use)
        }
    }
}
