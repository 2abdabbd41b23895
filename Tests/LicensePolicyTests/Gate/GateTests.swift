import LicenseModel
import LicensePolicy
import LicenseTesting
import Testing

/// The gate answers what the licences grant, at any time.
@Suite("Gate")
struct GateTests {
    private static let vmware = Slot.module(.vmware)
    private static let capabilities: [Capability] = [
        .view(.base), .operate(.base), .view(vmware), .operate(vmware), .operate(.module(.baremetal)),
        .operate(.base, feature: "clone"), .keepRunning(vmware), .recover(.base),
    ]

    private func gate(_ licenses: License..., clock: any LicenseClock = TestClock(at: .now)) throws -> LicenseGate {
        try LicenseGate(licenses, clock: clock, environments: [.test])
    }

    @Test("a check answers as the licences grant it at each edge of their terms")
    func edges() throws {
        let clock = TestClock(at: .now)
        let licenses: [License] = [
            .base(until: .days(30), graceDays: 5),
            .plus(.vmware, from: .days(2), until: .days(9)),
        ]
        let gate = try LicenseGate(licenses, clock: clock, environments: [.test])
        let viewVMware = gate.check(.view(Self.vmware))
        let operateVMware = gate.check(.operate(Self.vmware))
        let operate = gate.check(.operate(.base))
        let edges: [(after: Span, viewVMware: Bool, operateVMware: Bool, operate: Bool)] = [
            (.zero, false, false, true),
            (.days(2) - .seconds(1), false, false, true),
            (.days(2), true, true, true),
            (.days(9) - .seconds(1), true, true, true),
            (.days(9), false, false, true),
            (.days(35) - .seconds(1), false, false, true),
            (.days(35), false, false, false),
        ]
        var passed = Span.zero
        for edge in edges {
            clock.advance(seconds: (edge.after - passed).seconds)
            passed = edge.after
            #expect(viewVMware.isAllowed == edge.viewVMware, "after \(edge.after.seconds) s")
            #expect(operateVMware.isAllowed == edge.operateVMware, "after \(edge.after.seconds) s")
            #expect(operate.isAllowed == edge.operate, "after \(edge.after.seconds) s")
        }
    }

    @Test("a gate and an evaluation at the same instant say the same", arguments: [-200, -100, 0, 1, 264, 265, 400])
    func sameAnswers(days: Int) throws {
        let licenses: [License] = [.base(features: ["backup"]), .plus(.vmware, until: .days(1))]
        let gate = try LicenseGate(licenses, clock: TestClock(at: .now + .days(days)), environments: [.test])
        let now = gate.entitlements.instant
        let entitlements = Entitlements(licenses, at: now)
        for capability in Self.capabilities {
            let check = gate.check(capability)
            #expect(check.isAllowed == entitlements.decision(for: capability).isAllowed)
            #expect(check.decision == entitlements.decision(for: capability))
        }
    }

    @Test("a check that is denied throws every reason")
    func require() throws {
        let clock = TestClock(at: .now)
        let gate = try self.gate(.base(until: .days(3)), clock: clock)
        let check = gate.check(.operate(Self.vmware))
        clock.advance(days: 4)
        let error = #expect(throws: LicenseDenial.self) { try check.require() }
        #expect(error?.reasons.map(\.code.rawValue) == ["base-expired", "module-not-activated"])
        #expect(error?.capability == .operate(Self.vmware))
        try gate.check(.recover(.base)).require()
    }

    @Test("several capabilities are one check, which is denied for each reason against any of them, once and in order")
    func allOf() throws {
        let gate = try self.gate(.base(until: .days(-1)), .plus(.vmware))
        let both = gate.check(allOf: [.view(.module(.baremetal)), .operate(Self.vmware), .operate(.base)])
        #expect(!both.isAllowed)
        #expect(both.decision.reasons.map(\.code.rawValue) == ["base-expired", "module-not-activated"])
        #expect(gate.check(allOf: [.view(Self.vmware), .view(.base)]).isAllowed)
        #expect(gate.check(allOf: []).isAllowed)
    }

    @Test("checks that were made before an update go by the new licences")
    func update() throws {
        let gate = try self.gate(.base())
        let check = gate.check(.view(Self.vmware))
        #expect(!check.isAllowed)
        try gate.update([.base(), .plus(.vmware)])
        #expect(check.isAllowed)
        try gate.update([])
        #expect(!check.isAllowed)
        #expect(gate.entitlements.base.status == .none)
    }

    @Test("licences of the test environment are refused where they are not asked for, and change nothing")
    func environments() throws {
        let refused = #expect(throws: LicenseError.self) { try LicenseGate([.base()]) }
        #expect(refused?.code == .keyNotValid)
        let gate = try LicenseGate([], clock: TestClock(at: .now))
        let update = #expect(throws: LicenseError.self) { try gate.update([.base("B-7")]) }
        #expect(update?.code == .keyNotValid)
        #expect(update?.licenseID == "B-7")
        #expect(gate.entitlements.base.status == .none)
    }

    @Test("a world of LicenseTesting has a gate, which goes by the world's clock")
    func world() throws {
        let world = try TestLicensing(.base(days: 365), .plus(.vmware, days: 13))
        let viewVMware = world.gate.check(.view(Self.vmware))
        #expect(viewVMware.isAllowed)
        world.clock.advance(days: 14)
        #expect(!viewVMware.isAllowed)
        #expect(world.gate.entitlements.instant == TestClock.start.advanced(byDays: 14))
    }
}
