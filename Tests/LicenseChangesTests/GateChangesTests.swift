import LicenseChanges
import LicenseModel
import LicensePolicy
import LicenseTesting
import Testing

/// Whoever shows a state, hears of its changes.
@Suite("Changes of a gate", .timeLimit(.minutes(1)))
struct GateChangesTests {
    @Test("the current state comes first, then each change, by an update and by time")
    func changes() async throws {
        let world = try TestLicensing(.base(days: 365), .plus(.vmware, days: 13))
        var changes = world.gate.changes.makeAsyncIterator()
        #expect(await changes.next()?[.module(.vmware)].status == .activated)

        world.clock.advance(days: 13)
        #expect(await changes.next()?[.module(.vmware)].status == .expired)

        try world.gate.update([])
        #expect(await changes.next()?.base.status == LicenseStatus.none)
    }

    @Test("what changes nothing is no change")
    func noNews() async throws {
        let world = try TestLicensing(.base(days: 365))
        var changes = world.gate.changes.makeAsyncIterator()
        #expect(await changes.next()?.base.status == .valid)
        world.clock.advance(days: 1)
        try world.gate.update(world.licenses)
        world.clock.advance(days: 351)
        let next = await changes.next()
        #expect(next?.instant == TestClock.start.advanced(byDays: 352))
        #expect(next?.reminders.map(\.kind) == [.expiring])
    }

    @Test("time alone brings a change, although nobody asks the gate")
    func byItself() async throws {
        let now = SystemClock().read().wall
        let clock = TestClock(at: now.advanced(byDays: -1).advanced(bySeconds: 2))
        let licenses = try TestLicensing(.base(days: 1), clock: clock).licenses
        let gate = try LicenseGate(licenses, environments: [.test])
        var statuses: [LicenseStatus] = []
        for await entitlements in gate.changes.prefix(2) {
            statuses.append(entitlements.base.status)
        }
        #expect(statuses == [.valid, .expired])
    }

    @Test("an update that brings a nearer end is followed to that end, although nobody asks the gate")
    func nearerEnd() async throws {
        let now = SystemClock().read().wall
        let far = try TestLicensing(.base(days: 300), clock: TestClock(at: now)).licenses
        let clock = TestClock(at: now.advanced(byDays: -1).advanced(bySeconds: 3))
        let near = try TestLicensing(.base(days: 1), clock: clock).licenses
        let gate = try LicenseGate(far, environments: [.test])
        var statuses: [LicenseStatus] = []
        for await entitlements in gate.changes.prefix(3) {
            statuses.append(entitlements.base.status)
            if statuses.count == 1 {
                try gate.update(near)
            }
        }
        #expect(statuses == [.valid, .valid, .expired])
        #expect(SystemClock().read().wall < now.advanced(bySeconds: 30))
    }

    @Test("who is slow sees the newest state, and each of several subscribers sees it")
    func slow() async throws {
        let world = try TestLicensing(.base(days: 365))
        var one = world.gate.changes.makeAsyncIterator()
        var other = world.gate.changes.makeAsyncIterator()
        try world.gate.update([])
        try world.gate.update(world.licenses)
        try world.gate.update([])
        #expect(await one.next()?.base.status == LicenseStatus.none)
        #expect(await other.next()?.base.status == LicenseStatus.none)
    }

    @Test("the changes end with the gate, which they do not keep")
    func end() async throws {
        var gate: LicenseGate? = try LicenseGate([], clock: TestClock())
        weak let kept = gate
        let changes = try #require(gate).changes
        var iterator = changes.makeAsyncIterator()
        #expect(await iterator.next() != nil)
        gate = nil
        #expect(await iterator.next() == nil)
        #expect(kept == nil)
        var late = changes.makeAsyncIterator()
        #expect(await late.next() == nil)
    }
}
