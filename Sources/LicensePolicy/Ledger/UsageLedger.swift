public import LicenseModel

/// Counts items in the process itself, by id, and never lets their number pass what is licensed.
///
/// One lock holds check and addition together, so that of two items that ask for the last place one gets it. A product
/// that keeps its items in a database does not need it: it calls
/// ``Entitlements/admit(_:to:feature:given:)`` in the transaction that inserts the item (`Documentation/Counting.md`).
///
/// ```swift
/// let ledger = UsageLedger(gate: gate)
/// try ledger.add(UsageLedger.ItemID(uuid), units: ["databases": 1, "cores": 2], to: .base)
/// ```
public final class UsageLedger: Sendable {
    private let entitlements: @Sendable () -> Entitlements
    private let state: Lock<State>

    /// Makes a ledger without items.
    ///
    /// - Parameter entitlements: Says what is licensed at the time of an addition. It is called before the ledger's lock is
    ///   taken, on the thread that adds. Licenses that change meanwhile count from the next addition on.
    public init(entitlements: @escaping @Sendable () -> Entitlements) {
        self.entitlements = entitlements
        self.state = Lock(State())
    }

    /// Adds an item, if the licenses allow it.
    ///
    /// The same item with the same units in the same slot counts once, and adding it again is always fine. With other
    /// units it is an update, of which only what grows is asked for; one that shrinks is always fine. In another slot it
    /// is a new addition in place of the old one, which stays if it is denied.
    ///
    /// - Parameters:
    ///   - id: The item's id.
    ///   - units: How many of each unit the item is, such as one server and eight cores. A number below 1 counts as none.
    ///   - slot: To what the item belongs. A module's own items count against its license first.
    /// - Throws: ``LicenseDenial`` with every reason against it. The ledger is then as before.
    public func add(_ id: ItemID, units: [LimitUnit: Int], to slot: LicenseSlot) throws(LicenseDenial) {
        try self.add(id, units: units, by: .operate(slot))
    }

    /// Adds an item by a feature, if the licenses allow it.
    ///
    /// - Parameters:
    ///   - id: The item's id.
    ///   - units: How many of each unit the item is. A number below 1 counts as none.
    ///   - slot: To what the item belongs. A module's own items count against its license first.
    ///   - feature: The feature that adds it.
    /// - Throws: ``LicenseDenial`` with every reason against it. The ledger is then as before.
    public func add(
        _ id: ItemID,
        units: [LimitUnit: Int],
        to slot: LicenseSlot,
        feature: License.Feature
    ) throws(LicenseDenial) {
        try self.add(id, units: units, by: .operate(slot, feature: feature))
    }

    private func add(
        _ id: ItemID,
        units: [LimitUnit: Int],
        by capability: LicenseCapability
    ) throws(LicenseDenial) {
        let slot = capability.slot
        let item = Item(units: units, slot: slot)
        // Before the lock: it is somebody else's code.
        let entitlements = self.entitlements()
        try self.state.withLock { state throws(LicenseDenial) in
            let old = state.items[id]
            let kept = old?.slot == slot ? old?.units ?? [:] : [:]
            var growth: [LimitUnit: Int] = [:]
            for (unit, amount) in item.units where amount > kept[unit, default: 0] {
                growth[unit] = amount - kept[unit, default: 0]
            }
            // Nothing is asked of the licenses if nothing is added.
            if old?.slot != slot || !growth.isEmpty {
                let moved = old.flatMap { $0.slot == slot ? nil : $0 }
                let usage = state.usage(without: moved)
                try entitlements.decision(adding: growth, by: capability, given: usage).require()
            }
            state.put(item, id)
        }
    }

    /// Puts in an item that is there already, as at start from a database, whether or not the licenses cover it.
    ///
    /// What runs is not stopped: it may go over the limit, and then stops only additions.
    ///
    /// - Parameters:
    ///   - id: The item's id. One that is in the ledger is replaced.
    ///   - units: How many of each unit the item is; a number below 1 counts as none.
    ///   - slot: To what the item belongs.
    public func restore(_ id: ItemID, units: [LimitUnit: Int], to slot: LicenseSlot) {
        let item = Item(units: units, slot: slot)
        self.state.withLock { $0.put(item, id) }
    }

    /// Takes an item out, which no license state forbids.
    ///
    /// - Parameter id: The item's id.
    /// - Returns: Whether it was in the ledger.
    @discardableResult
    public func remove(_ id: ItemID) -> Bool {
        self.state.withLock { $0.remove(id) }
    }

    /// Tells whether an item is in the ledger.
    ///
    /// - Parameter id: The item's id.
    /// - Returns: Whether it is.
    public func contains(_ id: ItemID) -> Bool {
        self.state.withLock { $0.items[id] != nil }
    }

    /// How many items are in the ledger.
    public var count: Int {
        self.state.withLock { $0.items.count }
    }

    /// What the items use, for ``Entitlements/quotas(given:)``.
    public var usage: LicenseUsage {
        self.state.withLock { $0.usage }
    }
}

extension UsageLedger {
    /// What an item is counted as.
    private struct Item: Sendable {
        let units: [LimitUnit: Int]
        let slot: LicenseSlot

        init(units: [LimitUnit: Int], slot: LicenseSlot) {
            self.units = units.filter { $0.value > 0 }
            self.slot = slot
        }
    }

    /// What is summed up: a unit, of one slot or of all.
    private struct Kind: Sendable, Hashable {
        let slot: LicenseSlot?
        let unit: LimitUnit
    }

    /// The items and their sums.
    private struct State: Sendable {
        private(set) var items: [ItemID: Item] = [:]

        /// What they use, kept up to date: an addition does not sum up all that is there.
        private(set) var usage = LicenseUsage.zero

        private var sums: [Kind: SaturatingSum] = [:]

        mutating func put(_ item: Item, _ id: ItemID) {
            self.remove(id)
            self.items[id] = item
            self.count(item, isAdded: true)
        }

        @discardableResult
        mutating func remove(_ id: ItemID) -> Bool {
            guard let item = self.items.removeValue(forKey: id) else {
                return false
            }
            self.count(item, isAdded: false)
            return true
        }

        /// What the items use, except one that is in the ledger.
        func usage(without item: Item?) -> LicenseUsage {
            guard let item else {
                return self.usage
            }
            var rest = self
            rest.count(item, isAdded: false)
            return rest.usage
        }

        private mutating func count(_ item: Item, isAdded: Bool) {
            for (unit, amount) in item.units {
                self.usage.total[unit] = self.sum(of: Kind(slot: nil, unit: unit), changedBy: amount, isAdded: isAdded)
                guard let module = item.slot.module else {
                    continue
                }
                var units = self.usage.modules.removeValue(forKey: module) ?? [:]
                units[unit] = self.sum(of: Kind(slot: item.slot, unit: unit), changedBy: amount, isAdded: isAdded)
                self.usage.modules[module] = units.isEmpty ? nil : units
            }
        }

        /// - Returns: The new sum, or `nil` if nothing is left.
        private mutating func sum(of kind: Kind, changedBy amount: Int, isAdded: Bool) -> Int? {
            var sum = self.sums[kind] ?? SaturatingSum()
            isAdded ? sum.add(amount) : sum.remove(amount)
            self.sums[kind] = sum.isZero ? nil : sum
            return sum.isZero ? nil : sum.clamped
        }
    }
}
