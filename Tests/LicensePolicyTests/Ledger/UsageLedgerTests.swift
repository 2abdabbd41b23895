import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("A usage ledger of hosts")
struct UsageLedgerTests {
    private func ledger(_ licenses: License...) -> UsageLedger {
        UsageLedger { Entitlements(licenses, at: .now) }
    }

    private func codes(_ body: () throws(LicenseDenial) -> Void) -> [String] {
        do {
            try body()
            return []
        } catch {
            return error.reasons.map(\.code.rawValue)
        }
    }

    @Test("Adding a host again counts it once, even at the limit")
    func idempotence() {
        let ledger = self.ledger(.base(limits: [.hosts: .count(1), .cpus: .count(2)]))
        #expect(
            self.codes { () throws(LicenseDenial) in try ledger.add("a", units: [.hosts: 1, .cpus: 2], to: .base) }
                == []
        )
        #expect(
            self.codes { () throws(LicenseDenial) in try ledger.add("a", units: [.hosts: 1, .cpus: 2], to: .base) }
                == []
        )
        #expect(
            self.codes { () throws(LicenseDenial) in try ledger.add("b", units: [.hosts: 1], to: .base) } == [
                "limit-reached"
            ]
        )
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 1, .cpus: 2]))
        #expect(ledger.count == 1)
    }

    @Test("Hosts are distinguished by the bytes of their ids")
    func ids() {
        let ledger = self.ledger(.base())
        ledger.restore("caf\u{E9}", units: [.hosts: 1], to: .base)
        ledger.restore("cafe\u{301}", units: [.hosts: 1], to: .base)
        #expect(ledger.count == 2)
        #expect(ledger.contains("caf\u{E9}"))
        ledger.remove("caf\u{E9}")
        #expect(!ledger.contains("caf\u{E9}"))
        #expect(ledger.contains("cafe\u{301}"))
    }

    @Test("An update checks only the growth, and has no effect if it is denied")
    func update() throws {
        let ledger = self.ledger(.base(limits: [.hosts: .count(1), .cpus: .count(4)]))
        try ledger.add("a", units: [.hosts: 1, .cpus: 2], to: .base)
        try ledger.add("a", units: [.hosts: 1, .cpus: 4], to: .base)
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 1, .cpus: 4]))

        let denial = #expect(throws: LicenseDenial.self) {
            try ledger.add("a", units: [.hosts: 1, .cpus: 7], to: .base)
        }
        #expect(
            denial?.reasons == [
                DenialReason(
                    .limitReached,
                    .base,
                    shortages: [LimitShortage(unit: .cpus, limit: 4, used: 4, requested: 3)]
                )
            ]
        )
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 1, .cpus: 4]))

        try ledger.add("a", units: [.hosts: 1, .cpus: 1], to: .base)
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 1, .cpus: 1]))
    }

    @Test("Restored hosts can exceed the limit, and only additions are denied then")
    func overLimit() throws {
        let ledger = self.ledger(.base(limits: [.hosts: .count(1), .cpus: .count(2)]))
        for id in ["a", "b", "c"] {
            ledger.restore(id, units: [.hosts: 1, .cpus: 2], to: .base)
        }
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 3, .cpus: 6]))
        #expect(
            self.codes { () throws(LicenseDenial) in try ledger.add("d", units: [.hosts: 1], to: .base) } == [
                "limit-reached"
            ]
        )
        try ledger.add("a", units: [.hosts: 1, .cpus: 1], to: .base)
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 3, .cpus: 5]))
        for id in ["a", "b", "c"] {
            #expect(ledger.remove(id))
        }
        #expect(ledger.usage == LicenseUsage.zero)
        try ledger.add("d", units: [.hosts: 1], to: .base)
        #expect(ledger.count == 1)
    }

    @Test("A module's hosts use the module's allowance first, then the base's limit")
    func moduleFirst() throws {
        let ledger = self.ledger(
            .base(limits: [.hosts: .count(1)]),
            .plus(.vmware, limits: [.hosts: .count(1)])
        )
        try ledger.add("core", units: [.hosts: 1], to: .base)
        try ledger.add("esx-1", units: [.hosts: 1], to: .module(.vmware))
        #expect(
            self.codes { () throws(LicenseDenial) in
                try ledger.add("esx-2", units: [.hosts: 1], to: .module(.vmware))
            } == ["limit-reached"]
        )
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 2], modules: [.vmware: [.hosts: 1]]))
        // In the base slot, it would need the only host of the base's limit, which `core` uses.
        #expect(
            self.codes { () throws(LicenseDenial) in try ledger.add("esx-1", units: [.hosts: 1], to: .base) } == [
                "limit-reached"
            ]
        )
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 2], modules: [.vmware: [.hosts: 1]]))
        ledger.remove("core")
        try ledger.add("esx-1", units: [.hosts: 1], to: .base)
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 1]))
    }

    @Test("An expired license denies additions, but not removing or restoring hosts")
    func expired() {
        let ledger = self.ledger(.base(until: .zero, limits: [.hosts: .count(1)]))
        ledger.restore("a", units: [.hosts: 1], to: .base)
        #expect(
            self.codes { () throws(LicenseDenial) in try ledger.add("b", units: [.hosts: 1], to: .module(.vmware)) }
                == ["base-expired", "module-not-activated", "limit-reached"]
        )
        #expect(ledger.remove("a"))
        #expect(!ledger.remove("a"))
        ledger.restore("a", units: [.hosts: 1], to: .base)
        #expect(ledger.count == 1)
    }

    @Test("Extreme amounts do not trap or distort the sums, and those below 1 are ignored")
    func overflow() throws {
        let ledger = self.ledger(.base(limits: [.hosts: .count(License.Limit.maximumCount)]))
        for id in ["a", "b", "c", "d"] {
            ledger.restore(id, units: [.hosts: .max, .cpus: .min], to: id == "a" ? .module(.vmware) : .base)
        }
        #expect(ledger.usage == LicenseUsage(total: [.hosts: .max], modules: [.vmware: [.hosts: .max]]))
        #expect(
            self.codes { () throws(LicenseDenial) in try ledger.add("e", units: [.hosts: .max], to: .base) } == [
                "limit-reached"
            ]
        )
        ledger.restore("e", units: [.hosts: 7], to: .base)
        for id in ["a", "b", "c", "d"] {
            ledger.remove(id)
        }
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 7]))
    }

    @Test("An existing host can be added again after the license has expired, but not grow")
    func againAfterExpiry() {
        let ledger = self.ledger(.base(until: .zero))
        ledger.restore("a", units: [.hosts: 1], to: .base)
        #expect(self.codes { () throws(LicenseDenial) in try ledger.add("a", units: [.hosts: 1], to: .base) } == [])
        #expect(
            self.codes { () throws(LicenseDenial) in try ledger.add("a", units: [.hosts: 2], to: .base) } == [
                "base-expired"
            ]
        )
    }

    @Test("A host without units is checked, too, if it is new in its slot")
    func withoutUnits() {
        let ledger = self.ledger(.base())
        #expect(self.codes { () throws(LicenseDenial) in try ledger.add("a", units: [:], to: .base) } == [])
        #expect(
            self.codes { () throws(LicenseDenial) in try ledger.add("a", units: [:], to: .module(.vmware)) }
                == ["module-not-activated"]
        )
        #expect(
            self.codes { () throws(LicenseDenial) in try ledger.add("b", units: [:], to: .module(.vmware)) }
                == ["module-not-activated"]
        )
        #expect(ledger.count == 1)
    }

    @Test("An addition is denied if the license does not include its feature")
    func feature() {
        let ledger = self.ledger(.base(features: ["backup"]))
        #expect(
            self.codes { () throws(LicenseDenial) in
                try ledger.add("a", units: [.hosts: 1], to: .base, feature: "backup")
            } == []
        )
        #expect(
            self.codes { () throws(LicenseDenial) in
                try ledger.add("b", units: [.hosts: 1], to: .base, feature: "clone")
            }
                == ["feature-not-included"]
        )
        #expect(ledger.count == 1)
    }

    @Test("Ids that are equal as strings but differ in their bytes are different")
    func equality() {
        let ledger = self.ledger(.base())
        ledger.restore("caf\u{E9}", units: [.hosts: 1], to: .base)
        ledger.restore("caf\u{E9}", units: [.hosts: 1], to: .base)
        #expect(ledger.count == 1)
        #expect(!ledger.contains("cafe\u{301}"))
        ledger.restore("cafe\u{301}", units: [.hosts: 1], to: .base)
        #expect(ledger.count == 2)
        #expect(ledger.remove("caf\u{E9}"))
        #expect(!ledger.contains("caf\u{E9}"))
        #expect(ledger.contains("cafe\u{301}"))
    }

    @Test("A sum beyond Int.max stays at Int.max until enough hosts are removed")
    func saturation() {
        let ledger = self.ledger(.base())
        for (id, amount) in [("a", .max), ("b", .max), ("c", 2), ("d", 1)] as [(String, Int)] {
            ledger.restore(id, units: [.hosts: amount], to: .base)
        }
        #expect(ledger.usage == LicenseUsage(total: [.hosts: .max]))
        // The remaining sum is 2^64, whose lower 64 bits are 0.
        ledger.remove("d")
        #expect(ledger.usage == LicenseUsage(total: [.hosts: .max]))
        ledger.remove("a")
        ledger.remove("b")
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 2]))
    }

    @Test("A host that moves to another slot is counted once, even at the limit")
    func move() throws {
        let licenses: [License] = [.base(limits: [.hosts: .count(2), .cpus: .count(4)]), .plus(.vmware)]
        let ledger = UsageLedger { Entitlements(licenses, at: .now) }
        try ledger.add("one", units: [.hosts: 1, .cpus: 2], to: .base)
        try ledger.add("two", units: [.hosts: 1, .cpus: 2], to: .base)
        try ledger.add("two", units: [.hosts: 1, .cpus: 2], to: .module(.vmware))
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 2, .cpus: 4], modules: [.vmware: [.hosts: 1, .cpus: 2]]))
        #expect(throws: LicenseDenial.self) { try ledger.add("two", units: [.hosts: 2], to: .base) }
        // The host stays in its slot.
        #expect(ledger.usage.modules == [.vmware: [.hosts: 1, .cpus: 2]])
        try ledger.add("two", units: [.hosts: 1], to: .base)
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 2, .cpus: 2]))
    }
}
