import LicenseModel
import LicensePolicy
import LicenseTesting
import Synchronization
import TestSupport
import Testing
import ZStackLicensing

/// Whoever shows a state, hears of its changes.
@Suite("Changes of a gate", .timeLimit(.minutes(1)))
struct GateChangesTests {
    @Test("the current state comes first, then each change, by an update and by time")
    func changes() async throws {
        let world = try TestLicensing(.base(days: 365), .plus(.vmware, days: 13), configuration: .testing(.zstack))
        var changes = world.gate.states().makeAsyncIterator()
        #expect(await changes.next()?[.module(.vmware)].status == .activated)

        world.clock.advance(days: 13)
        #expect(await changes.next()?[.module(.vmware)].status == .expired)

        world.gate.update([])
        #expect(await changes.next()?.base.status == LicenseStatus.unlicensed)
    }

    @Test("what changes nothing is no change")
    func noNews() async throws {
        let world = try TestLicensing(.base(days: 365), configuration: .testing(.zstack))
        var changes = world.gate.states().makeAsyncIterator()
        #expect(await changes.next()?.base.status == .valid)
        world.clock.advance(days: 1)
        world.gate.update(world.licenses)
        world.clock.advance(days: 351)
        let next = await changes.next()
        #expect(next?.instant == TestLicenseClock.start.advanced(byDays: 352))
        #expect(next?.reminders.map(\.kind) == [.expiring])
    }

    @Test("what comes back before a reader sees it gone is no change")
    func backAgain() async throws {
        let world = try TestLicensing(.base(days: 365), configuration: .testing(.zstack))
        let gate = world.gate
        var changes = gate.states().makeAsyncIterator()
        #expect(await changes.next()?.base.status == .valid)
        gate.update([])
        gate.update(world.licenses)
        let later = Task {
            try await Task.sleep(for: .milliseconds(100))
            gate.update([])
        }
        #expect(await changes.next()?.base.status == LicenseStatus.unlicensed)
        try await later.value
        withExtendedLifetime(gate) {}
    }

    @Test("nobody reads the clock for a reader that is gone")
    func gone() async throws {
        let clock = CountingClock()
        let licenses = try TestLicensing(
            .base(days: 1),
            clock: TestLicenseClock(at: clock.yesterday),
            configuration: .testing(.zstack)
        )
        .licenses
        let gate = LicenseGate(licenses, configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        do {
            var changes = gate.states().makeAsyncIterator()
            #expect(await changes.next()?.base.status == .valid)
            let start = clock.reads.load(ordering: .relaxed)
            while clock.reads.load(ordering: .relaxed) < start + 10 {
                try await Task.sleep(for: .milliseconds(1))
            }
            withExtendedLifetime(changes) {}
        }
        let end = clock.reads.load(ordering: .relaxed)
        try await Task.sleep(for: .milliseconds(200))
        // One more look may have begun.
        #expect(clock.reads.load(ordering: .relaxed) <= end + 2)
        withExtendedLifetime(gate) {}
    }

    @Test("the gate keeps no observer of a reader that is gone")
    func observers() async throws {
        let gate = LicenseGate([], configuration: .unchecked, trustedClock: .firstStart, clock: TestLicenseClock())
        #expect(gate.observerCount == 0)
        do {
            var changes = gate.states().makeAsyncIterator()
            #expect(await changes.next() != nil)
            #expect(gate.observerCount == 1)
            withExtendedLifetime(changes) {}
        }
        #expect(gate.observerCount == 0)
    }

    @Test("time alone brings a change, although nobody asks the gate")
    func byItself() async throws {
        let now = SystemLicenseClock().read().wall
        let clock = TestLicenseClock(at: now.advanced(byDays: -1).advanced(bySeconds: 2))
        let licenses = try TestLicensing(.base(days: 1), clock: clock, configuration: .testing(.zstack)).licenses
        let gate = LicenseGate(licenses, configuration: .unchecked, trustedClock: .firstStart)
        var statuses: [LicenseStatus] = []
        for await entitlements in gate.states().prefix(2) {
            statuses.append(entitlements.base.status)
        }
        #expect(statuses == [.valid, .expired])
    }

    // In a process of its own: other tests keep the threads busy on which tasks run.
    @Test("an update that brings a nearer end is followed to that end, although nobody asks the gate")
    func nearerEnd() async {
        await #expect(processExitsWith: .success) {
            let now = SystemLicenseClock().read().wall
            let far = try TestLicensing(
                .base(days: 300),
                clock: TestLicenseClock(at: now),
                configuration: .testing(.zstack)
            )
            .licenses
            let clock = TestLicenseClock(at: now.advanced(byDays: -1).advanced(bySeconds: 3))
            let near = try TestLicensing(.base(days: 1), clock: clock, configuration: .testing(.zstack)).licenses
            let gate = LicenseGate(far, configuration: .unchecked, trustedClock: .firstStart)
            var statuses: [LicenseStatus] = []
            for await entitlements in gate.states().prefix(3) {
                statuses.append(entitlements.base.status)
                if statuses.count == 1 {
                    gate.update(near)
                }
            }
            try #require(statuses == [.valid, .valid, .expired])
            // Without it, the gate would be looked at a minute after the start.
            try #require(SystemLicenseClock().read().wall < now.advanced(bySeconds: 40))
        }
    }

    @Test("who is slow sees the newest state, and each of several subscribers sees it")
    func slow() async throws {
        let world = try TestLicensing(.base(days: 365), configuration: .testing(.zstack))
        var one = world.gate.states().makeAsyncIterator()
        var other = world.gate.states().makeAsyncIterator()
        world.gate.update([])
        world.gate.update(world.licenses)
        world.gate.update([])
        #expect(await one.next()?.base.status == LicenseStatus.unlicensed)
        #expect(await other.next()?.base.status == LicenseStatus.unlicensed)
    }

    @Test("the changes end with the gate, which they do not keep")
    func end() async throws {
        var gate: LicenseGate? = LicenseGate(
            [],
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: TestLicenseClock()
        )
        weak let kept = gate
        let changes = try #require(gate).states()
        var iterator = changes.makeAsyncIterator()
        #expect(await iterator.next() != nil)
        gate = nil
        #expect(await iterator.next() == nil)
        #expect(kept == nil)
        var late = changes.makeAsyncIterator()
        #expect(await late.next() == nil)
    }

    @Test("a change has the states before and after, and what differs between them")
    func transitions() async throws {
        let clock = TestLicenseClock(at: .now)
        let gate = LicenseGate([.base()], configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        var changes = gate.changes().makeAsyncIterator()
        gate.update([.base(), .plus(.vmware)])
        let first = try #require(await changes.next())
        #expect(first.before.modules.isEmpty)
        #expect(first.after.modules.map(\.slot) == [.module(.vmware)])
        #expect(first.differences().contains { $0.aspect == .status && $0.slot == .module(.vmware) })
        #expect(first.differences().map(\.description).contains("status of vmware: notActivated -> activated"))
        clock.advance(days: 300)
        gate.refresh()
        let second = try #require(await changes.next())
        #expect(second.before.base.status == .valid)
        #expect(second.after.base.status == .expired)
    }

    @Test("changes are told from the call on, however late a reader starts")
    func lateReader() async throws {
        let clock = TestLicenseClock(at: .now)
        let gate = LicenseGate([.base()], configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        let changes = gate.changes()
        gate.update([])
        var reader = changes.makeAsyncIterator()
        let change = try #require(await reader.next())
        #expect(change.before.base.status == .valid)
        #expect(change.after.base.status == .unlicensed)
    }

    @Test("what comes back before a reader of changes sees it gone is no change, and the sequence ends with the gate")
    func transitionsThatAreNone() async throws {
        var gate: LicenseGate? = LicenseGate(
            [.base()],
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: TestLicenseClock(at: .now)
        )
        var changes = try #require(gate).changes().makeAsyncIterator()
        try #require(gate).update([])
        try #require(gate).update([.base()])
        gate = nil
        #expect(await changes.next() == nil)
    }
}

/// A clock that stands still a millisecond before a license of a day ends, and counts how often it is read.
private final class CountingClock: LicenseClock {
    let reads = Atomic<Int>(0)
    let yesterday = TestLicenseClock.start.advanced(byDays: -1).advanced(bySeconds: 1)

    func read() -> ClockReading {
        self.reads.add(1, ordering: .relaxed)
        return ClockReading(wall: TestLicenseClock.start, nanoseconds: 999_000_000, bootTime: 1_000, bootID: "boot")
    }
}
