import Dispatch
import Foundation
import LicenseModel
import LicensePolicy
import Synchronization
import TestSupport
import Testing
import ZStackLicensing

/// The gate and the ledger run no code of somebody else under a lock.
@Suite("Foreign code and locks")
struct GateForeignCodeTests {
    private static let gap = DispatchTimeInterval.seconds(20)

    @Test("A clock that is slow to read for one thread stops no other")
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
        #expect(fast.wait(timeout: .now() + Self.gap) == .success)
        clock.resume()
        #expect(slow.wait(timeout: .now() + Self.gap) == .success)
        #expect(!check.isAllowed)
    }

    @Test("A thread that was slow to read the clock brings no old answer back")
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
            let late = LateAnswer()
            Thread {
                gate.refresh()
                late.value.store(check.isAllowed ? 1 : 0, ordering: .releasing)
                slow.signal()
            }
            .start()
            clock.waitUntilStalled()
            clock.advance(.days(2))
            gate.refresh()
            #expect(!check.isAllowed)
            clock.resume()
            try #require(slow.wait(timeout: .now() + Self.gap) == .success)
            #expect(late.value.load(ordering: .acquiring) == 0)
        }
        #expect(!check.isAllowed)
        #expect(gate.entitlements.base.state == .expired)
    }

    @Test("A reading that is older than the setting back of the clock is not taken after it")
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
        // The next reading begins later by the coarse clock.
        let start = CoarseClock.now()
        while CoarseClock.now() == start {}
        clock.set(by: .days(-40))
        gate.refresh()
        #expect(check.isAllowed)
        clock.resume()
        try #require(slow.wait(timeout: .now() + Self.gap) == .success)
        #expect(check.isAllowed)
    }

    @Test("A second look is not taken where a later time is taken meanwhile")
    func overtaken() throws {
        // The coarse clock may step in between, and then the second look is not taken anyway.
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

    @Test("A clock that was set back is followed, where no mark holds the time")
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

    @Test("An observer may ask the gate, and is told of news alone")
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

    @Test("An observer hears of the end of the gate once, and what it keeps is released outside the lock")
    func end() throws {
        var gate: LicenseGate? = LicenseGate(
            [],
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: RunningClock()
        )
        let ends = LateAnswer()
        _ = gate?
            .observe { event in
                if case .ended = event {
                    ends.value.add(1, ordering: .relaxed)
                }
            }
        // Released with the observer, while the gate is there, which it asks.
        let released = LateAnswer()
        func addObserver(_ gate: LicenseGate) -> Int {
            let release = Release(gate, released)
            return gate.observe { _ in _ = release }
        }
        let id = addObserver(try #require(gate))
        #expect(released.value.load(ordering: .relaxed) == 0)
        gate?.removeObserver(id)
        #expect(released.value.load(ordering: .relaxed) == 1)
        gate = nil
        #expect(ends.value.load(ordering: .relaxed) == 1)
    }

    @Test("What tells a ledger the licenses may use the ledger")
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

private final class LateAnswer: Sendable {
    let value = Atomic<Int>(0)
}

private final class LedgerBox: Sendable {
    let ledger = Mutex<UsageLedger?>(nil)
}

private final class Release: Sendable {
    private let gate: @Sendable () -> LicenseGate?
    private let released: LateAnswer

    init(_ gate: LicenseGate, _ released: LateAnswer) {
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

/// A clock that shows what it is told, and before some readings does something else.
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

/// A clock whose next reader takes long: it has seen the time, and comes back later.
private final class StallingClock: LicenseClock {
    private let clock = RunningClock()
    private let isToStall = Atomic<Bool>(false)
    private let stalled = DispatchSemaphore(value: 0)
    private let resumed = DispatchSemaphore(value: 0)

    func read() -> ClockReading {
        let reading = self.clock.read()
        if self.isToStall.exchange(false, ordering: .acquiringAndReleasing) {
            self.stalled.signal()
            self.resumed.wait()
        }
        return reading
    }

    func stallNextRead() {
        self.isToStall.store(true, ordering: .releasing)
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
