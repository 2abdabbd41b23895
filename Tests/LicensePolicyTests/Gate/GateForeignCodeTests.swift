import Dispatch
import Foundation
import LicenseModel
import LicensePolicy
import Synchronization
import TestSupport
import Testing
import ZStackLicensing

/// The gate and the ledger never run a caller's code while they hold a lock.
@Suite("Calling out without holding locks")
struct GateForeignCodeTests {
    private static let timeout = DispatchTimeInterval.seconds(20)

    @Test("A clock that blocks one thread does not block another")
    func slowClock() throws {
        let clock = StallingClock()
        let gate = LicenseGate([.base()], configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        let check = gate.makeCheck(for: .operate(.base))
        clock.stallNextRead()
        let (slow, fast) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        Thread {
            gate.refresh()
            slow.signal()
        }
        .start()
        clock.waitUntilStalled()
        Thread {
            gate.refresh()
            _ = gate.entitlements
            _ = check.isAllowed
            gate.update([])
            fast.signal()
        }
        .start()
        #expect(fast.wait(timeout: .now() + Self.timeout) == .success)
        clock.resume()
        #expect(slow.wait(timeout: .now() + Self.timeout) == .success)
        #expect(!check.isAllowed)
    }

    @Test("A thread that reads the clock slowly does not restore an old answer")
    func lateReading() throws {
        let clock = StallingClock()
        let gate = LicenseGate(
            [.base(until: .days(1))],
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: clock
        )
        let check = gate.makeCheck(for: .operate(.base))
        #expect(check.isAllowed)
        clock.stallNextRead()
        let slow = DispatchSemaphore(value: 0)
        do {
            let lateAnswer = Counter()
            Thread {
                gate.refresh()
                lateAnswer.value.store(check.isAllowed ? 1 : 0, ordering: .releasing)
                slow.signal()
            }
            .start()
            clock.waitUntilStalled()
            clock.advance(.days(2))
            gate.refresh()
            #expect(!check.isAllowed)
            clock.resume()
            try #require(slow.wait(timeout: .now() + Self.timeout) == .success)
            #expect(lateAnswer.value.load(ordering: .acquiring) == 0)
        }
        #expect(!check.isAllowed)
        #expect(gate.entitlements.base.state == .expired)
    }

    @Test("A reading from before the clock was set back is ignored afterward")
    func lateReadingAhead() throws {
        let clock = StallingClock()
        let license = License.base(from: .zero, until: .days(30), issued: .days(100))
        let gate = LicenseGate([license], configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        let check = gate.makeCheck(for: .operate(.base))
        clock.set(by: .days(40))
        gate.refresh()
        #expect(!check.isAllowed)
        clock.stallNextRead()
        let slow = DispatchSemaphore(value: 0)
        Thread {
            gate.refresh()
            slow.signal()
        }
        .start()
        clock.waitUntilStalled()
        // Wait until the coarse clock advances, so that the next reading has a later start.
        let start = CoarseClock.now()
        while CoarseClock.now() == start {}
        clock.set(by: .days(-40))
        gate.refresh()
        #expect(check.isAllowed)
        clock.resume()
        try #require(slow.wait(timeout: .now() + Self.timeout) == .success)
        #expect(check.isAllowed)
    }

    @Test("A second reading is ignored if a later time was applied in the meantime")
    func overtaken() throws {
        // Repeat the test: if the coarse clock advances in between, the reading is ignored because it is old, not
        // because it was overtaken.
        for _ in 0..<20 {
            let clock = ScriptedClock()
            let license = License.base(until: .seconds(5), issued: .days(100))
            let gate = LicenseGate([license], configuration: .unchecked, trustedClock: .firstStart, clock: clock)
            let check = gate.makeCheck(for: .operate(.base))
            #expect(check.isAllowed)
            clock.play([
                (.now + .seconds(-1), nil),
                (.now + .seconds(-1), { gate.refresh() }),
                (.now + .seconds(6), nil),
                (.now + .seconds(7), nil),
            ])
            gate.refresh()
            #expect(!check.isAllowed)
        }
    }

    @Test(
        "A late reading from before a suspension or a restart is ignored",
        arguments: [
            // The machine is suspended for two days, or it is restarted and runs for two days.
            (overtaking: (bootTime: 173_800, bootID: "boot"), last: (bootTime: 173_800, bootID: "boot")),
            (overtaking: (bootTime: 0, bootID: "other"), last: (bootTime: 172_800, bootID: "other")),
        ] as [(overtaking: (bootTime: Int64, bootID: String), last: (bootTime: Int64, bootID: String))]
    )
    func lateReadingOfBoot(
        _ overtaking: (bootTime: Int64, bootID: String),
        _ last: (bootTime: Int64, bootID: String)
    ) {
        // Repeat the test: if the coarse clock advances in between, the late reading is ignored because it is old.
        var repeatedReadings = 0
        for _ in 0..<20 {
            let clock = OvertakenClock(bootTime: 1_000, bootID: "boot")
            // While the mark is ahead of the wall clock, the late reading does not give an earlier time.
            let mark = LicenseInstant.now.advanced(byDays: 100)
            let gate = LicenseGate(
                [],
                configuration: .unchecked,
                trustedClock: TrustedClock(mark: mark),
                clock: clock
            )
            clock.overtakeNextReading {
                clock.set(bootTime: overtaking.bootTime, bootID: overtaking.bootID)
                gate.refresh()
            }
            gate.refresh()
            repeatedReadings += clock.readingsSinceOvertaking
            clock.set(bootTime: last.bootTime, bootID: last.bootID)
            #expect(gate.trustedClock.mark == mark.advanced(byDays: 2))
        }
        #expect(repeatedReadings > 0)
    }

    @Test("Without a mark, the gate follows a clock that was set back")
    func setBack() throws {
        let clock = StallingClock()
        let license = License.base(from: .zero, until: .days(30), issued: .days(100))
        let gate = LicenseGate([license], configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        let check = gate.makeCheck(for: .operate(.base))
        #expect(gate.trustedClock.mark == nil)
        clock.set(by: .days(40))
        gate.refresh()
        #expect(!check.isAllowed)
        clock.set(by: .days(-40))
        gate.refresh()
        #expect(check.isAllowed)
    }

    @Test("An observer can use the gate, and is notified only of changes")
    func observer() throws {
        let gate = LicenseGate([], configuration: .unchecked, trustedClock: .firstStart, clock: RunningClock())
        let statuses = Statuses()
        let id = gate.observe { [weak gate] _ in
            statuses.add(gate?.entitlements.base.status)
        }
        gate.update([.base()])
        gate.update([.base()])
        gate.update([])
        gate.removeObserver(id)
        gate.update([.base()])
        #expect(statuses.all == [.valid, LicenseStatus.unlicensed])
    }

    @Test("An observer is notified of the gate's end once, and released outside the lock")
    func end() throws {
        var gate: LicenseGate? = LicenseGate(
            [],
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: RunningClock()
        )
        let ends = Counter()
        _ = gate?
            .observe { event in
                if case .ended = event {
                    ends.value.add(1, ordering: .relaxed)
                }
            }
        // The observer owns a probe whose deinitializer uses the gate.
        let released = Counter()
        func addObserver(_ gate: LicenseGate) -> Int {
            let probe = DeinitProbe(gate, released)
            return gate.observe { _ in _ = probe }
        }
        let id = addObserver(try #require(gate))
        #expect(released.value.load(ordering: .relaxed) == 0)
        gate?.removeObserver(id)
        #expect(released.value.load(ordering: .relaxed) == 1)
        gate = nil
        #expect(ends.value.load(ordering: .relaxed) == 1)
    }

    @Test("The closure that returns a ledger's entitlements can use the ledger")
    func ledger() throws {
        let box = LedgerBox()
        let ledger = UsageLedger {
            _ = box.ledger.withLock { $0?.count }
            return Entitlements([.base(limits: [.hosts: .count(1)])], at: .now)
        }
        box.ledger.withLock { $0 = ledger }
        try ledger.add("one", units: [.hosts: 1], to: .base)
        #expect(throws: LicenseDenial.self) { try ledger.add("two", units: [.hosts: 1], to: .base) }
        #expect(ledger.count == 1)
        box.ledger.withLock { $0 = nil }
    }
}

private final class Counter: Sendable {
    let value = Atomic<Int>(0)
}

private final class LedgerBox: Sendable {
    let ledger = Mutex<UsageLedger?>(nil)
}

/// An object that uses the gate when it is released, which deadlocks under the gate's lock.
private final class DeinitProbe: Sendable {
    private let gate: @Sendable () -> LicenseGate?
    private let released: Counter

    init(_ gate: LicenseGate, _ released: Counter) {
        self.gate = { [weak gate] in gate }
        self.released = released
    }

    deinit {
        if self.gate()?.entitlements.base.state == .empty {
            self.released.value.add(1, ordering: .relaxed)
        }
    }
}

private final class Statuses: Sendable {
    private let list = Mutex<[LicenseStatus?]>([])

    var all: [LicenseStatus?] {
        self.list.withLock { $0 }
    }

    func add(_ status: LicenseStatus?) {
        self.list.withLock { $0.append(status) }
    }
}

/// A clock with scripted readings, some of which call a closure first.
private final class ScriptedClock: LicenseClock {
    private let script = Mutex<[(wall: LicenseInstant, before: (@Sendable () -> Void)?)]>([])

    func read() -> ClockReading {
        let step = self.script.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        step?.before?()
        return ClockReading(wall: step?.wall ?? .now, bootTime: 1_000, bootID: "boot")
    }

    func play(_ script: [(wall: LicenseInstant, before: (@Sendable () -> Void)?)]) {
        self.script.withLock { $0 = script }
    }
}

/// A clock with a fixed wall clock, one of whose readings another reading can overtake.
private final class OvertakenClock: LicenseClock {
    private struct State {
        var reading: ClockReading
        var readingsSinceOvertaking = 0
        var overtake: (@Sendable () -> Void)?
    }

    private let state: Mutex<State>

    init(bootTime: Int64, bootID: String) {
        self.state = Mutex(State(reading: ClockReading(wall: .now, bootTime: bootTime, bootID: bootID)))
    }

    /// The number of readings since the late one was returned.
    var readingsSinceOvertaking: Int {
        self.state.withLock { $0.readingsSinceOvertaking }
    }

    func read() -> ClockReading {
        let (reading, overtake) = self.state.withLock {
            $0.readingsSinceOvertaking += 1
            return ($0.reading, $0.overtake.take())
        }
        if let overtake {
            overtake()
            self.state.withLock { $0.readingsSinceOvertaking = 0 }
        }
        return reading
    }

    func set(bootTime: Int64, bootID: String) {
        self.state.withLock { $0.reading = ClockReading(wall: .now, bootTime: bootTime, bootID: bootID) }
    }

    /// Runs a closure between the next reading and its return, as another thread can.
    func overtakeNextReading(by body: @escaping @Sendable () -> Void) {
        self.state.withLock { $0.overtake = body }
    }
}

/// A clock that can block a reader between reading the time and returning it.
private final class StallingClock: LicenseClock {
    private let clock = RunningClock()
    private let shouldStall = Atomic<Bool>(false)
    private let stalled = DispatchSemaphore(value: 0)
    private let resumed = DispatchSemaphore(value: 0)

    func read() -> ClockReading {
        let reading = self.clock.read()
        if self.shouldStall.exchange(false, ordering: .acquiringAndReleasing) {
            self.stalled.signal()
            self.resumed.wait()
        }
        return reading
    }

    func stallNextRead() {
        self.shouldStall.store(true, ordering: .releasing)
    }

    func waitUntilStalled() {
        self.stalled.wait()
    }

    func resume() {
        self.resumed.signal()
    }

    func advance(_ span: Span) {
        self.clock.advance(span)
    }

    func set(by span: Span) {
        self.clock.set(by: span)
    }
}
