import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("The ledger of hosts")
struct HostLedgerTests {
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

    @Test("A host that is added again counts once, even where nothing more may be added")
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

    @Test("Ids are compared by their bytes: two spellings of one letter are two hosts")
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

    @Test("An update asks only for what grows, and is refused beyond the limit without a trace")
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

    @Test("Restored hosts may go over the limit; they can shrink and go, and stop only additions")
    func overLimit() throws {
        let ledger = self.ledger(.base(limits: [.hosts: .count(1), .cpus: .count(2)]))
        for id in ["a", "b", "c"] as [UsageLedger.ItemID] {
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
        for id in ["a", "b", "c"] as [UsageLedger.ItemID] {
            #expect(ledger.remove(id))
        }
        #expect(ledger.usage == LicenseUsage.zero)
        try ledger.add("d", units: [.hosts: 1], to: .base)
        #expect(ledger.count == 1)
    }

    @Test("A module's hosts are taken from its own allowance first, and overflow onto the base")
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
        // In the base's place it would need what the core host has.
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

    @Test("An expired license stops additions with every reason, and neither removal nor restoring")
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

    @Test("Amounts of any size neither trap nor spoil the sums; amounts below 1 are none")
    func overflow() throws {
        let ledger = self.ledger(.base(limits: [.hosts: .count(License.Limit.maximumCount)]))
        for id in ["a", "b", "c", "d"] as [UsageLedger.ItemID] {
            ledger.restore(id, units: [.hosts: .max, .cpus: .min], to: id == "a" ? .module(.vmware) : .base)
        }
        #expect(ledger.usage == LicenseUsage(total: [.hosts: .max], modules: [.vmware: [.hosts: .max]]))
        #expect(
            self.codes { () throws(LicenseDenial) in try ledger.add("e", units: [.hosts: .max], to: .base) } == [
                "limit-reached"
            ]
        )
        ledger.restore("e", units: [.hosts: 7], to: .base)
        for id in ["a", "b", "c", "d"] as [UsageLedger.ItemID] {
            ledger.remove(id)
        }
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 7]))
    }

    @Test("A host that is there is added again although the license has expired")
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

    @Test("A host without units is asked for, too, where it is new in its slot")
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

    @Test("A function that the license does not include adds no host")
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

    @Test("Two spellings of one letter are two ids")
    func equality() {
        #expect(UsageLedger.ItemID("caf\u{E9}") == UsageLedger.ItemID("caf\u{E9}"))
        #expect(UsageLedger.ItemID("caf\u{E9}") != UsageLedger.ItemID("cafe\u{301}"))
    }

    @Test("A sum beyond the greatest number stays there until enough is taken out")
    func carry() {
        let ledger = self.ledger(.base())
        for (id, amount) in [("a", .max), ("b", .max), ("c", 2), ("d", 1)] as [(UsageLedger.ItemID, Int)] {
            ledger.restore(id, units: [.hosts: amount], to: .base)
        }
        #expect(ledger.usage == LicenseUsage(total: [.hosts: .max]))
        // What is left is 2^64, whose lower 64 bits are 0.
        ledger.remove("d")
        #expect(ledger.usage == LicenseUsage(total: [.hosts: .max]))
        ledger.remove("a")
        ledger.remove("b")
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 2]))
    }

    @Test("A host that moves to another slot is counted once, also at a full limit")
    func move() throws {
        let licenses: [License] = [.base(limits: [.hosts: .count(2), .cpus: .count(4)]), .plus(.vmware)]
        let ledger = UsageLedger { Entitlements(licenses, at: .now) }
        try ledger.add("one", units: [.hosts: 1, .cpus: 2], to: .base)
        try ledger.add("two", units: [.hosts: 1, .cpus: 2], to: .base)
        try ledger.add("two", units: [.hosts: 1, .cpus: 2], to: .module(.vmware))
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 2, .cpus: 4], modules: [.vmware: [.hosts: 1, .cpus: 2]]))
        #expect(throws: LicenseDenial.self) { try ledger.add("two", units: [.hosts: 2], to: .base) }
        #expect(ledger.usage.modules == [.vmware: [.hosts: 1, .cpus: 2]], "It stays where it was")
        try ledger.add("two", units: [.hosts: 1], to: .base)
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 2, .cpus: 2]))
    }
}
