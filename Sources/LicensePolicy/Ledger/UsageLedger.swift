public import LicenseModel

/// An in-memory count of items that rejects additions beyond the licensed limits.
///
/// The check and the addition happen under one lock, so if two threads add an item and there is quota for only one,
/// only one succeeds. If your product stores its items in a database, you do not need a ledger: call
/// ``Entitlements/admit(_:to:feature:given:)`` in the transaction that inserts the item. See
/// `Documentation/Counting.md`.
///
/// Items have identifiers, such as UUIDs. Any string is valid, and identifiers are compared by their bytes: two strings that
/// Swift considers equal, such as the two encodings of `é`, are two items.
///
/// ```swift
/// let ledger = UsageLedger(gate: gate)
/// try ledger.add(uuid, units: ["databases": 1, "cores": 2], to: .base)
/// ```
public final class UsageLedger: Sendable {
    private let entitlements: @Sendable () -> Entitlements
    private let state: Lock<State>

    /// Creates an empty ledger that gets its entitlements from a closure.
    ///
    /// - Parameter entitlements: A closure that returns the current entitlements. Each addition calls it on the calling
    ///   thread, before it takes the ledger's lock. If the licenses change during an addition, the next addition uses
    ///   the new ones.
    public init(entitlements: @escaping @Sendable () -> Entitlements) {
        self.entitlements = entitlements
        self.state = Lock(State())
    }

    /// Adds or updates an item if the licenses allow it.
    ///
    /// - If the ledger has the item with the same units and slot, nothing changes and nothing is checked.
    /// - If the units differ, only the growth is checked. A change that does not increase any unit always succeeds.
    /// - If the slot differs, the item moves, which is checked like an addition. If the move is denied, the item stays
    ///   in its old slot.
    ///
    /// - Parameters:
    ///   - id: The item's identifier.
    ///   - units: The number of each unit that the item uses, such as one server and eight cores. Numbers below 1 are
    ///     ignored.
    ///   - slot: The slot to which the item belongs. The items of a module use the limits of the module's license
    ///     first.
    /// - Throws: ``LicenseDenial`` with every reason. The ledger is then unchanged.
    public func add(_ id: String, units: [LimitUnit: Int], to slot: LicenseSlot) throws(LicenseDenial) {
        try self.add(id, units: units, by: .operate(slot))
    }

    /// Adds or updates an item if the licenses allow it and include a feature.
    ///
    /// This method follows the same rules as ``add(_:units:to:)``.
    ///
    /// - Parameters:
    ///   - id: The item's identifier.
    ///   - units: The number of each unit that the item uses. Numbers below 1 are ignored.
    ///   - slot: The slot to which the item belongs. The items of a module use the limits of the module's license
    ///     first.
    ///   - feature: The feature that the addition requires.
    /// - Throws: ``LicenseDenial`` with every reason. The ledger is then unchanged.
    public func add(
        _ id: String,
        units: [LimitUnit: Int],
        to slot: LicenseSlot,
        feature: License.Feature
    ) throws(LicenseDenial) {
        try self.add(id, units: units, by: .operate(slot, feature: feature))
    }

    private func add(
        _ id: String,
        units: [LimitUnit: Int],
        by capability: LicenseCapability
    ) throws(LicenseDenial) {
        let slot = capability.slot
        let item = Item(units: units, slot: slot)
        // Call the user's closure before taking the lock.
        let entitlements = self.entitlements()
        try self.state.withLock { state throws(LicenseDenial) in
            let old = state.items[BytewiseText(id)]
            let kept = old?.slot == slot ? old?.units ?? [:] : [:]
            var growth: [LimitUnit: Int] = [:]
            for (unit, amount) in item.units where amount > kept[unit, default: 0] {
                growth[unit] = amount - kept[unit, default: 0]
            }
            // The licenses matter only if the item is new, moves or grows.
            if old?.slot != slot || !growth.isEmpty {
                let moved = old.flatMap { $0.slot == slot ? nil : $0 }
                let usage = state.usage(without: moved)
                try entitlements.decision(adding: growth, by: capability, given: usage).require()
            }
            state.put(item, id)
        }
    }

    /// Adds an existing item without a license check, such as from a database at startup.
    ///
    /// The usage can then exceed a limit. Existing items continue to run; only additions are denied.
    ///
    /// - Parameters:
    ///   - id: The item's identifier. If the ledger has an item with this identifier, it is replaced.
    ///   - units: The number of each unit that the item uses. Numbers below 1 are ignored.
    ///   - slot: The slot to which the item belongs.
    public func restore(_ id: String, units: [LimitUnit: Int], to slot: LicenseSlot) {
        let item = Item(units: units, slot: slot)
        self.state.withLock { $0.put(item, id) }
    }

    /// Removes an item, which is allowed without a license.
    ///
    /// - Parameter id: The item's identifier.
    /// - Returns: Whether the item was in the ledger.
    @discardableResult
    public func remove(_ id: String) -> Bool {
        self.state.withLock { $0.remove(id) }
    }

    /// Returns whether an item is in the ledger.
    ///
    /// - Parameter id: The item's identifier.
    /// - Returns: `true` if the item is in the ledger.
    public func contains(_ id: String) -> Bool {
        self.state.withLock { $0.items[BytewiseText(id)] != nil }
    }

    /// The number of items in the ledger.
    public var count: Int {
        self.state.withLock { $0.items.count }
    }

    /// The units that all items use together, for ``Entitlements/quotas(given:)``.
    public var usage: LicenseUsage {
        self.state.withLock { $0.usage }
    }
}

extension UsageLedger {
    /// The positive units of an item and its slot.
    private struct Item: Sendable {
        let units: [LimitUnit: Int]
        let slot: LicenseSlot

        init(units: [LimitUnit: Int], slot: LicenseSlot) {
            var positive: [LimitUnit: Int] = [:]
            for (unit, amount) in units where amount > 0 {
                positive[unit] = amount
            }
            self.units = positive
            self.slot = slot
        }
    }

    /// The key of a sum: a unit in one slot, or in all slots if `slot` is `nil`.
    private struct Kind: Sendable, Hashable {
        let slot: LicenseSlot?
        let unit: LimitUnit
    }

    /// The items and the sums of their units.
    private struct State: Sendable {
        private(set) var items: [BytewiseText: Item] = [:]

        /// The units that the items use, updated with each change so that an addition does not sum up all items.
        private(set) var usage = LicenseUsage.zero

        private var sums: [Kind: SaturatingSum] = [:]

        mutating func put(_ item: Item, _ id: String) {
            self.remove(id)
            self.items[BytewiseText(id)] = item
            self.count(item, isAdded: true)
        }

        @discardableResult
        mutating func remove(_ id: String) -> Bool {
            guard let item = self.items.removeValue(forKey: BytewiseText(id)) else {
                return false
            }
            self.count(item, isAdded: false)
            return true
        }

        /// Returns the usage without an item that is in the ledger, or of all items if `item` is `nil`.
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

        /// Updates a sum and returns its new value, or `nil` if it is zero.
        private mutating func sum(of kind: Kind, changedBy amount: Int, isAdded: Bool) -> Int? {
            var sum = self.sums[kind] ?? SaturatingSum()
            isAdded ? sum.add(amount) : sum.remove(amount)
            self.sums[kind] = sum.isZero ? nil : sum
            return sum.isZero ? nil : sum.clamped
        }
    }
}
