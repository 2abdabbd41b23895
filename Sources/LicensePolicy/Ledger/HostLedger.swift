public import LicenseModel

/// Counts hosts in the process itself, by id, and never lets their number pass what is licensed.
///
/// One lock holds check and addition together, so that of two hosts that ask for the last place one gets it. A product
/// that keeps its hosts in a database does not need it: it calls
/// ``Entitlements/admit(_:to:feature:given:)`` in the transaction that inserts the host (`Documentation/Counting.md`).
///
/// ```swift
/// let ledger = HostLedger(gate: gate)
/// try ledger.add(HostLedger.HostID(uuid), units: [.hosts: 1, .cpus: 2], to: .module(.vmware))
/// ```
public final class HostLedger: Sendable {
    private let entitlements: @Sendable () -> Entitlements
    private let state: Lock<State>

    /// Makes a ledger without hosts.
    ///
    /// - Parameter entitlements: Says what is licensed at the time of an addition. It is called before the ledger's lock is
    ///   taken, on the thread that adds. Licenses that change meanwhile count from the next addition on.
    public init(entitlements: @escaping @Sendable () -> Entitlements) {
        self.entitlements = entitlements
        self.state = Lock(State())
    }

    /// Adds a host, if the licenses allow it.
    ///
    /// The same host with the same units in the same slot counts once, and adding it again is always fine. With other
    /// units it is an update, of which only what grows is asked for; one that shrinks is always fine. In another slot it
    /// is a new addition in place of the old one, which stays if it is denied.
    ///
    /// - Parameters:
    ///   - id: The host's id.
    ///   - units: How many of each unit the host is, such as one host and two CPU sockets. A number below 1 counts as none.
    ///   - slot: To what the host belongs. A module's own hosts count against its license first.
    /// - Throws: ``LicenseDenial`` with every reason against it. The ledger is then as before.
    public func add(_ id: HostID, units: [LimitUnit: Int], to slot: LicenseSlot) throws(LicenseDenial) {
        try self.add(id, units: units, by: .operate(slot))
    }

    /// Adds a host by a feature, if the licenses allow it.
    ///
    /// - Parameters:
    ///   - id: The host's id.
    ///   - units: How many of each unit the host is. A number below 1 counts as none.
    ///   - slot: To what the host belongs. A module's own hosts count against its license first.
    ///   - feature: The feature that adds it.
    /// - Throws: ``LicenseDenial`` with every reason against it. The ledger is then as before.
    public func add(
        _ id: HostID,
        units: [LimitUnit: Int],
        to slot: LicenseSlot,
        feature: License.Feature
    ) throws(LicenseDenial) {
        try self.add(id, units: units, by: .operate(slot, feature: feature))
    }

    private func add(
        _ id: HostID,
        units: [LimitUnit: Int],
        by capability: LicenseCapability
    ) throws(LicenseDenial) {
        let slot = capability.slot
        let host = Host(units: units, slot: slot)
        // Before the lock: it is somebody else's code.
        let entitlements = self.entitlements()
        try self.state.withLock { state throws(LicenseDenial) in
            let old = state.hosts[id]
            let kept = old?.slot == slot ? old?.units ?? [:] : [:]
            var growth: [LimitUnit: Int] = [:]
            for (unit, amount) in host.units where amount > kept[unit, default: 0] {
                growth[unit] = amount - kept[unit, default: 0]
            }
            // Nothing is asked of the licenses if nothing is added.
            if old?.slot != slot || !growth.isEmpty {
                let moved = old.flatMap { $0.slot == slot ? nil : $0 }
                let usage = state.usage(without: moved)
                try entitlements.decision(adding: growth, by: capability, given: usage).require()
            }
            state.put(host, id)
        }
    }

    /// Puts in a host that is there already, as at start from a database, whether or not the licenses cover it.
    ///
    /// What runs is not stopped: it may go over the limit, and then stops only additions.
    ///
    /// - Parameters:
    ///   - id: The host's id. One that is in the ledger is replaced.
    ///   - units: How many of each unit the host is; a number below 1 counts as none.
    ///   - slot: To what the host belongs.
    public func restore(_ id: HostID, units: [LimitUnit: Int], to slot: LicenseSlot) {
        let host = Host(units: units, slot: slot)
        self.state.withLock { $0.put(host, id) }
    }

    /// Takes a host out, which no license state forbids.
    ///
    /// - Parameter id: The host's id.
    /// - Returns: Whether it was in the ledger.
    @discardableResult
    public func remove(_ id: HostID) -> Bool {
        self.state.withLock { $0.remove(id) }
    }

    /// Tells whether a host is in the ledger.
    ///
    /// - Parameter id: The host's id.
    /// - Returns: Whether it is.
    public func contains(_ id: HostID) -> Bool {
        self.state.withLock { $0.hosts[id] != nil }
    }

    /// How many hosts are in the ledger.
    public var count: Int {
        self.state.withLock { $0.hosts.count }
    }

    /// What the hosts use, for ``Entitlements/quotas(given:)``.
    public var usage: LicenseUsage {
        self.state.withLock { $0.usage }
    }
}

extension HostLedger {
    /// What a host is counted as.
    private struct Host: Sendable {
        let units: [LimitUnit: Int]
        let slot: LicenseSlot

        init(units: [LimitUnit: Int], slot: LicenseSlot) {
            self.units = units.filter { $0.value > 0 }
            self.slot = slot
        }
    }

    /// What is summed up.
    private struct Kind: Sendable, Hashable {
        let slot: LicenseSlot
        let unit: LimitUnit
    }

    /// The hosts and their sums.
    private struct State: Sendable {
        private(set) var hosts: [HostID: Host] = [:]

        /// What they use, kept up to date: an addition does not sum up all that is there.
        private(set) var usage = LicenseUsage.zero

        private var sums: [Kind: SaturatingSum] = [:]
        private var totals: [LimitUnit: SaturatingSum] = [:]

        mutating func put(_ host: Host, _ id: HostID) {
            self.remove(id)
            self.hosts[id] = host
            for (unit, amount) in host.units {
                self.change(unit, of: host.slot) { $0.add(amount) }
            }
        }

        @discardableResult
        mutating func remove(_ id: HostID) -> Bool {
            guard let host = self.hosts.removeValue(forKey: id) else {
                return false
            }
            for (unit, amount) in host.units {
                self.change(unit, of: host.slot) { $0.remove(amount) }
            }
            return true
        }

        /// What the hosts use, except one that is in the ledger.
        func usage(without host: Host?) -> LicenseUsage {
            guard let host else {
                return self.usage
            }
            var rest = self
            for (unit, amount) in host.units {
                rest.change(unit, of: host.slot) { $0.remove(amount) }
            }
            return rest.usage
        }

        private mutating func change(_ unit: LimitUnit, of slot: LicenseSlot, _ change: (inout SaturatingSum) -> Void) {
            let kind = Kind(slot: slot, unit: unit)
            var (sum, total) = (self.sums[kind] ?? SaturatingSum(), self.totals[unit] ?? SaturatingSum())
            change(&sum)
            change(&total)
            self.sums[kind] = sum.isZero ? nil : sum
            self.totals[unit] = total.isZero ? nil : total
            self.usage.total[unit] = total.isZero ? nil : total.clamped
            guard let module = slot.module else {
                return
            }
            var units = self.usage.modules.removeValue(forKey: module) ?? [:]
            units[unit] = sum.isZero ? nil : sum.clamped
            self.usage.modules[module] = units.isEmpty ? nil : units
        }
    }
}
