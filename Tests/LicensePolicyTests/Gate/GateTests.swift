import LicenseModel
import LicensePolicy
import LicenseTesting
import TestSupport
import Testing
import ZStackLicensing

/// A gate and its checks give the same answers as its entitlements, at any time.
@Suite("Checks and decisions of a gate")
struct GateTests {
    private static let vmware = LicenseSlot.module(.vmware)
    private static let capabilities: [LicenseCapability] = [
        .view(.base), .operate(.base), .view(vmware), .operate(vmware), .operate(.module(.baremetal)),
        .operate(.base, feature: "clone"), .keepRunning(vmware), .recover(.base),
    ]

    private func gate(_ licenses: License..., clock: any LicenseClock = TestLicenseClock(at: .now)) -> LicenseGate {
        LicenseGate(licenses, configuration: .unchecked, trustedClock: .firstStart, clock: clock)
    }

    @Test("A check's answer changes at exactly the second a license starts or stops working")
    func edges() throws {
        let clock = TestLicenseClock(at: .now)
        let licenses: [License] = [
            .base(until: .days(30), graceDays: 5),
            .plus(.vmware, from: .days(2), until: .days(9)),
        ]
        let gate = LicenseGate(licenses, configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        let viewVMware = gate.makeCheck(for: .view(Self.vmware))
        let operateVMware = gate.makeCheck(for: .operate(Self.vmware))
        let operate = gate.makeCheck(for: .operate(.base))
        let edges: [(after: Span, viewVMware: Bool, operateVMware: Bool, operate: Bool)] = [
            (.zero, false, false, true),
            (.days(2) - .seconds(1), false, false, true),
            (.days(2), true, true, true),
            (.days(9) - .seconds(1), true, true, true),
            (.days(9), false, false, true),
            (.days(35) - .seconds(1), false, false, true),
            (.days(35), false, false, false),
        ]
        var elapsed = Span.zero
        for edge in edges {
            clock.advance(seconds: (edge.after - elapsed).seconds)
            elapsed = edge.after
            #expect(viewVMware.isAllowed == edge.viewVMware, "after \(edge.after.seconds) s")
            #expect(operateVMware.isAllowed == edge.operateVMware, "after \(edge.after.seconds) s")
            #expect(operate.isAllowed == edge.operate, "after \(edge.after.seconds) s")
        }
    }

    @Test(
        "A gate gives the same answers as an evaluation at the same instant",
        // The base license starts at day -100 and ends at day 265.
        arguments: [-200, -100, 0, 1, 264, 265, 400]
    )
    func sameAnswers(days: Int) throws {
        let licenses: [License] = [.base(features: ["backup"]), .plus(.vmware, until: .days(1))]
        let gate = LicenseGate(
            licenses,
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: TestLicenseClock(at: .now + .days(days))
        )
        let now = gate.entitlements.instant
        let entitlements = Entitlements(licenses, at: now)
        for capability in Self.capabilities {
            let check = gate.makeCheck(for: capability)
            #expect(check.isAllowed == entitlements.decision(for: capability).isAllowed)
            #expect(check.decision == entitlements.decision(for: capability))
        }
    }

    @Test("A denied check throws every reason")
    func require() throws {
        let clock = TestLicenseClock(at: .now)
        let gate = self.gate(.base(until: .days(3)), clock: clock)
        let check = gate.makeCheck(for: .operate(Self.vmware))
        clock.advance(days: 4)
        let error = #expect(throws: LicenseDenial.self) { try check.require() }
        #expect(error?.reasons.map(\.code.rawValue) == ["base-expired", "module-not-activated"])
        #expect(error?.capability == .operate(Self.vmware))
        try gate.makeCheck(for: .recover(.base)).require()
    }

    @Test("A denied check of several capabilities lists each reason once, in order")
    func allOf() {
        let gate = self.gate(.base(until: .days(-1)), .plus(.vmware))
        let both = gate.makeCheck(for: .view(.module(.baremetal)), and: [.operate(Self.vmware), .operate(.base)])
        #expect(!both.isAllowed)
        #expect(both.decision.reasons.map(\.code.rawValue) == ["base-expired", "module-not-activated"])
        #expect(gate.makeCheck(for: .view(Self.vmware), and: [.view(.base)]).isAllowed)
    }

    @Test("Existing checks use the new licenses after an update")
    func update() {
        let gate = self.gate(.base())
        let check = gate.makeCheck(for: .view(Self.vmware))
        #expect(!check.isAllowed)
        gate.update([.base(), .plus(.vmware)])
        #expect(check.isAllowed)
        gate.update([])
        #expect(!check.isAllowed)
        #expect(gate.entitlements.base.status == .unlicensed)
    }

    @Test("The gate accepts licenses for the test environment")
    func environments() {
        let clock = TestLicenseClock(at: .now)
        let gate = LicenseGate([.base()], configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        #expect(gate.entitlements.base.license?.environment == .test)
        gate.update([.base("B-7")])
        #expect(gate.entitlements.base.license?.id == "B-7")
    }

    @Test("A decision without a check matches the entitlements and is not cached")
    func withoutCheck() throws {
        let clock = TestLicenseClock(at: .now)
        let licenses: [License] = [.base(), .plus(.vmware, features: ["clone"])]
        let gate = LicenseGate(licenses, configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        let capabilities: [LicenseCapability] = [
            .view(Self.vmware), .operate(Self.vmware, feature: "clone"), .operate(Self.vmware, feature: "migrate"),
            .view(.module("unknown")), .operate(.base),
        ]
        for capability in capabilities {
            let decision = gate.decision(for: capability)
            #expect(gate.allows(capability) == decision.isAllowed)
            #expect(((try? gate.require(capability)) != nil) == decision.isAllowed)
            #expect(decision == gate.entitlements.decision(for: capability))
        }
        #expect(capabilities.map(gate.allows) == [true, true, false, false, true])
        #expect(gate.checkCount == 0)
        let denial = #expect(throws: LicenseDenial.self) { try gate.require(.view(.module("unknown"))) }
        #expect(denial?.reasons.map(\.code) == [.moduleNotActivated])
        clock.advance(days: 300)
        #expect(!gate.allows(.operate(.base)))
    }

    @Test("The gate of TestLicensing uses the clock of TestLicensing")
    func testLicensing() throws {
        let licensing = try TestLicensing(.base(days: 365), .plus(.vmware, days: 13), configuration: .testing(.zstack))
        let viewVMware = licensing.gate.makeCheck(for: .view(Self.vmware))
        #expect(viewVMware.isAllowed)
        licensing.clock.advance(days: 14)
        #expect(!viewVMware.isAllowed)
        #expect(licensing.gate.entitlements.instant == TestLicenseClock.start.advanced(byDays: 14))
    }
}
