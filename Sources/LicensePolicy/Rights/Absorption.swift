import LicenseModel

/// How much of each unit the modules' own licenses cover, so that it does not count against the base license.
///
/// Each license covers up to its allowance, which all modules share for which it is effective. Sums are exact, so that what
/// was added can be removed.
struct Absorption {
    /// A unit of one license.
    private struct Pool: Hashable {
        let license: PayloadDigest
        let unit: LimitUnit
    }

    private let usage: LicenseUsage

    /// What is to be added to a module's own use.
    private let addition: (module: License.Module?, amounts: [LimitUnit: Int])

    /// What modules use of a pool.
    private var uses: [Pool: UInt128] = [:]

    /// What all pools of a unit cover.
    private var sums: [LimitUnit: UInt128] = [:]

    /// Starts with modules of which none is licensed.
    init(given usage: LicenseUsage, adding amounts: [LimitUnit: Int] = [:], to slot: LicenseSlot = .base) {
        self.usage = usage
        self.addition = (slot.module, amounts)
    }

    /// Sums up what modules' licenses cover, of what is in use and of an addition to a slot.
    init(
        of modules: [SlotEntitlement],
        given usage: LicenseUsage,
        adding amounts: [LimitUnit: Int] = [:],
        to slot: LicenseSlot = .base
    ) {
        self.init(given: usage, adding: amounts, to: slot)
        for standing in modules {
            self.add(standing)
        }
    }

    /// How much of a unit is covered, at most the greatest number that there is.
    subscript(unit: LimitUnit) -> UInt {
        UInt(clamping: self.sums[unit] ?? 0)
    }

    /// Takes a module in.
    ///
    /// - Returns: The units of which it may cover some.
    @discardableResult
    mutating func add(_ standing: SlotEntitlement) -> [LimitUnit] {
        self.change(standing, isAdded: true)
    }

    /// Takes a module out that was taken in.
    ///
    /// - Returns: The units of which it may have covered some.
    @discardableResult
    mutating func remove(_ standing: SlotEntitlement) -> [LimitUnit] {
        self.change(standing, isAdded: false)
    }

    private mutating func change(_ standing: SlotEntitlement, isAdded: Bool) -> [LimitUnit] {
        guard standing.state.isLicensed, let license = standing.license, license.category == .plus,
            let module = standing.slot.module
        else {
            return []
        }
        return self.uses(of: module)
            .compactMap { unit, use in
                guard use > 0, let allowance = license.limits[unit] else {
                    return nil
                }
                let pool = Pool(license: license.payloadDigest, unit: unit)
                let before = self.uses[pool] ?? 0
                let after = isAdded ? before + use : before - use
                self.uses[pool] = after
                self.sums[unit] = (self.sums[unit] ?? 0) - allowance.covered(of: before) + allowance.covered(of: after)
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
    /// How much of a use it covers.
    fileprivate func covered(of use: UInt128) -> UInt128 {
        switch self {
        case .unlimited: use
        case .count(let count): min(UInt128(clamping: count), use)
        }
    }
}
