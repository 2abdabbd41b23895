import LicenseModel
import LicensePolicy
import LicenseTesting
import Synchronization
import TestSupport
import Testing
import ZStackLicensing

/// The sequences of a gate's states and changes, with a manual clock and with the machine's clock.
@Suite("A gate's sequences of states and changes", .timeLimit(.minutes(1)))
struct GateChangesTests {
    @Test("The current state comes first, then each change by an update or by time")
    func changes() async throws {
        let licensing = try TestLicensing(.base(days: 365), .plus(.vmware, days: 13), configuration: .testing(.zstack))
        var changes = licensing.gate.states().makeAsyncIterator()
        #expect(await changes.next()?[.module(.vmware)].status == .activated)

        licensing.clock.advance(days: 13)
        #expect(await changes.next()?[.module(.vmware)].status == .expired)

        licensing.gate.update([])
        #expect(await changes.next()?.base.status == LicenseStatus.unlicensed)
    }

    @Test("The passing of time and an update are not delivered if nothing changes")
    func unchanged() async throws {
        let licensing = try TestLicensing(.base(days: 365), configuration: .testing(.zstack))
        var changes = licensing.gate.states().makeAsyncIterator()
        #expect(await changes.next()?.base.status == .valid)
        licensing.clock.advance(days: 1)
        licensing.gate.update(licensing.licenses)
        licensing.clock.advance(days: 351)
        let next = await changes.next()
        #expect(next?.instant == TestLicenseClock.start.advanced(byDays: 352))
        #expect(next?.reminders.map(\.kind) == [.expiring])
    }

    @Test("A change that is undone before a reader sees it is not delivered")
    func undone() async throws {
        let licensing = try TestLicensing(.base(days: 365), configuration: .testing(.zstack))
        let gate = licensing.gate
        var changes = gate.states().makeAsyncIterator()
        #expect(await changes.next()?.base.status == .valid)
        gate.update([])
        gate.update(licensing.licenses)
        let later = Task {
            // Let the reader wait first, so that it has handled the signals of both updates.
            try await Task.sleep(for: .milliseconds(100))
            licensing.clock.advance(days: 365)
        }
        // Neither the missing license nor the valid one is delivered.
        #expect(await changes.next()?.base.status == .expired)
        try await later.value
        withExtendedLifetime(gate) {}
    }

    @Test("The gate stops reading the clock for a reader that was released")
    func released() async throws {
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
        // Another reading may have started before the release.
        #expect(clock.reads.load(ordering: .relaxed) <= end + 2)
        withExtendedLifetime(gate) {}
    }

    @Test("The gate removes the observer of a reader that was released")
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

    @Test("A change by time alone is delivered even if the gate is not used")
    func timeAlone() async throws {
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

    // The test runs in a separate process, because other tests keep the threads of tasks busy.
    @Test("An earlier end after an update is delivered even if the gate is not used")
    func earlierEnd() async {
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
            // If the update did not restart the wait, the gate would read the clock only after a minute.
            try #require(SystemLicenseClock().read().wall < now.advanced(bySeconds: 40))
        }
    }

    @Test("Each of several slow readers gets the newest state")
    func slow() async throws {
        let licensing = try TestLicensing(.base(days: 365), configuration: .testing(.zstack))
        var one = licensing.gate.states().makeAsyncIterator()
        var other = licensing.gate.states().makeAsyncIterator()
        licensing.gate.update([])
        licensing.gate.update(licensing.licenses)
        licensing.gate.update([])
        #expect(await one.next()?.base.status == LicenseStatus.unlicensed)
        #expect(await other.next()?.base.status == LicenseStatus.unlicensed)
    }

    @Test("The sequence ends with the gate, and does not keep it alive")
    func end() async throws {
        var gate: LicenseGate? = LicenseGate(
            [],
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: TestLicenseClock()
        )
        weak let weakGate = gate
        let changes = try #require(gate).states()
        var iterator = changes.makeAsyncIterator()
        #expect(await iterator.next() != nil)
        gate = nil
        #expect(await iterator.next() == nil)
        #expect(weakGate == nil)
        var late = changes.makeAsyncIterator()
        #expect(await late.next() == nil)
    }

    @Test("A change has the states before and after it, and their differences")
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

    @Test("Changes are recorded from the call on, even if the reader starts later")
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

    @Test("An undone change is not delivered, and the sequence ends with the gate")
    func undoneTransition() async throws {
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

/// A clock that is stopped a millisecond before a one-day license ends, and counts how often it is read.
private final class CountingClock: LicenseClock {
    let reads = Atomic<Int>(0)
    let yesterday = TestLicenseClock.start.advanced(byDays: -1).advanced(bySeconds: 1)

    func read() -> ClockReading {
        self.reads.add(1, ordering: .relaxed)
        return ClockReading(wall: TestLicenseClock.start, nanoseconds: 999_000_000, bootTime: 1_000, bootID: "boot")
    }
}
