import Foundation
import LicenseModel
import LicensePolicy
import Synchronization
import TestSupport
import Testing
import ZStackLicensing

/// How answers are published: for how long, in which order, and at what cost.
@Suite("Gate publishing")
struct GatePublishingTests {
    @Test("Checks of one question share one answer, in whatever order they are made")
    func shared() throws {
        let gate = LicenseGate([.base()], configuration: .unchecked, trustedClock: .firstStart, clock: RunningClock())
        for _ in 0..<100 {
            _ = gate.makeCheck(for: .operate(.base))
            _ = gate.makeCheck(for: .operate(.base), and: [])
            _ = gate.makeCheck(for: .view(.module(.vmware)), and: [.operate(.base)])
        }
        #expect(gate.checkCount == 2)
    }

    @Test("An answer is believed for a minute at most, and until the next change if that is sooner")
    func belief() throws {
        let perpetual = LicenseGate(
            [.base(until: nil)],
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: RunningClock()
        )
        #expect(perpetual.follow() == .seconds(60))
        let far = LicenseGate(
            [.base(until: .seconds(61))],
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: RunningClock()
        )
        #expect(far.follow() == .seconds(60))
        let near = LicenseGate(
            [.base(until: .seconds(59))],
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: RunningClock()
        )
        #expect(near.follow() == .seconds(59))
        let clock = FractionClock(nanoseconds: 250_000_000)
        let fraction = LicenseGate(
            [.base(until: .seconds(5))],
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: clock
        )
        #expect(fraction.follow() == .nanoseconds(4_750_000_000))
    }

    @Test("Where the mark is the time, an answer ends before the second of the next change")
    func beliefByMark() throws {
        let gate = LicenseGate(
            [.base(until: .days(1) + .seconds(5))],
            configuration: .unchecked,
            trustedClock: TrustedClock(mark: .now + .days(1)),
            clock: FractionClock(nanoseconds: 250_000_000)
        )
        // What part of the mark's second has passed is not known.
        #expect(gate.follow() == .seconds(4))
    }

    @Test("A new check is answered at once, without asking for the other answers again")
    func newCheck() throws {
        let gate = LicenseGate([.base()], configuration: .unchecked, trustedClock: .firstStart, clock: RunningClock())
        for index in 0..<1_000 {
            let module = try #require(License.Module(rawValue: "m\(index)"))
            #expect(!gate.makeCheck(for: .view(.module(module))).isAllowed)
            #expect(
                gate.makeCheck(for: .operate(.base, feature: try #require(License.Feature(rawValue: "f\(index)"))))
                    .isAllowed
            )
        }
        #expect(gate.checkCount == 2_000)
    }

    @Test("The coarse time is read before the clocks: a slow reading is believed for less long, not longer")
    func coarseFirst() {
        let clock = SlowClock()
        let reading = GateReading(clock)
        #expect(reading.coarse <= clock.coarseAtRead.load(ordering: .relaxed))
        #expect(CoarseClock.now() - reading.coarse >= 20_000_000)
    }

    @Test("The coarse clock is the one that nobody sets")
    func coarseClock() {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        let monotonic = UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
        let distance = max(monotonic, CoarseClock.now()) - min(monotonic, CoarseClock.now())
        #expect(distance < 10_000_000_000)
    }

    @Test("Once one check has answered by an update, none answers as before it, however many there are")
    func withdrawal() throws {
        let licensed = [License.base(), .plus(.vmware)]
        let gate = LicenseGate(licensed, configuration: .unchecked, trustedClock: .firstStart, clock: RunningClock())
        // Publishing them all takes much longer than asking for them all.
        let checks = try (0..<20_000)
            .map { index in
                let capability = LicenseCapability.view(
                    .module(.vmware),
                    feature: try #require(License.Feature(rawValue: "f\(index)"))
                )
                return gate.makeCheck(for: capability)
            }
        let state = State()
        let reader = DispatchSemaphore(value: 0)
        Thread {
            while !state.isDone.load(ordering: .acquiring) {
                let round = state.round.load(ordering: .acquiring)
                var isWithdrawn = false
                var mixed = 0
                for check in checks {
                    if !check.isAllowed {
                        isWithdrawn = true
                    } else if isWithdrawn {
                        mixed += 1
                    }
                }
                // Only while the licenses go, not while they come back.
                if state.round.load(ordering: .acquiring) == round, round % 2 == 1, isWithdrawn {
                    state.mixed.add(mixed, ordering: .relaxed)
                    state.seen.add(1, ordering: .relaxed)
                }
            }
            reader.signal()
        }
        .start()
        for _ in 0..<30 {
            state.round.add(1, ordering: .acquiringAndReleasing)
            gate.update([])
            Thread.sleep(forTimeInterval: 0.01)
            state.round.add(1, ordering: .acquiringAndReleasing)
            gate.update(licensed)
        }
        state.isDone.store(true, ordering: .releasing)
        reader.wait()
        #expect(state.mixed.load(ordering: .relaxed) == 0)
        #expect(state.seen.load(ordering: .relaxed) > 0)
    }

    @Test("An update takes the new licenses' signing times, and drops none that the mark has reached")
    func signingTimes() throws {
        let clock = RunningClock()
        let gate = LicenseGate(
            [.base(issued: .days(-100))],
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: clock
        )
        #expect(gate.trustedClock.mark == .now + .days(-100))
        gate.update([.base(issued: .days(-3)), .plus(.vmware, issued: .days(-7))])
        #expect(gate.trustedClock.mark == .now + .days(-3))
        gate.update([.base(issued: .days(-50))])
        #expect(gate.trustedClock.mark == .now + .days(-3))
        // More than a day ahead it is not believed, and is once the wall clock has come near.
        gate.update([.base(issued: .days(2))])
        #expect(gate.trustedClock.mark == .now + .days(-3))
        clock.set(by: .days(1))
        gate.refresh()
        #expect(gate.trustedClock.mark == .now + .days(2))
    }

    @Test("An update goes by its licenses' signing times at once")
    func signingTimesAtOnce() throws {
        let gate = LicenseGate([], configuration: .unchecked, trustedClock: .firstStart, clock: RunningClock())
        let check = gate.makeCheck(for: .operate(.base))
        // The newest signing time is past, so that the base license is, too.
        gate.update([.base(until: .seconds(21_600)), .plus(.vmware, issued: .seconds(43_200))])
        #expect(!check.isAllowed)
    }

    @Test("After an update the gate looks for the next change of the new licenses")
    func nextChangeOfUpdate() throws {
        let clock = RunningClock()
        let gate = LicenseGate([.base()], configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        let check = gate.makeCheck(for: .operate(.base))
        gate.update([.base("B-2", until: .seconds(30))])
        #expect(check.isAllowed)
        #expect(gate.follow() == .seconds(30))
        clock.advance(.seconds(30))
        gate.refresh()
        #expect(!check.isAllowed)
    }

    @Test("What is granted is of the instant at which it is asked for")
    func instant() throws {
        let clock = RunningClock()
        let gate = LicenseGate([.base()], configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        #expect(gate.entitlements.base.licenseDaysRemaining == 265)
        clock.advance(.days(1))
        #expect(gate.entitlements.instant == .now + .days(1))
        #expect(gate.entitlements.base.licenseDaysRemaining == 264)
    }

    @Test("The build's date is a mark below which the time never falls, also at a first start")
    func buildDate() throws {
        let clock = RunningClock()
        let configuration = PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now + .days(-2)))
        let license = License.base(from: .days(-300), until: .days(-1), issued: .days(-300))
        let gate = LicenseGate([license], configuration: configuration, trustedClock: .firstStart, clock: clock)
        let check = gate.makeCheck(for: .operate(.base))
        #expect(gate.trustedClock.mark == .now + .days(-2))
        #expect(!check.isAllowed)
        clock.set(by: .days(-10))
        gate.refresh()
        // Two days back at most: without the build's date it would be ten.
        #expect(gate.entitlements.instant == .now + .days(-2))
        let saved = TrustedClock(mark: .now + .days(-1))
        let later = LicenseGate([license], configuration: configuration, trustedClock: saved, clock: clock)
        #expect(later.trustedClock.mark == .now + .days(-1))
        #expect(!later.makeCheck(for: .operate(.base)).isAllowed)
        let none = LicenseGate([], configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        #expect(none.trustedClock.mark == nil)
    }

    @Test("Another license that grants the same is news")
    func otherLicense() {
        let now = Entitlements([.base("B-1")], at: .now)
        #expect(now.answersAlike(Entitlements([.base("B-1")], at: .now)))
        #expect(!now.answersAlike(Entitlements([.base("B-2")], at: .now)))
    }

    @Test("Another excluded license is news, although its id is the same")
    func otherExclusion() {
        let configuration = PolicyConfiguration(catalog: .zstack, node: .only([.vendor]), build: .any)
        func entitlements(_ module: License.Module) -> Entitlements {
            let license = License.plus(module, id: "P-7", nodes: [.customer])
            return Entitlements([.base(), license], at: .now, configuration: configuration)
        }
        #expect(entitlements(.vmware).answersAlike(entitlements(.vmware)))
        #expect(!entitlements(.vmware).answersAlike(entitlements(.baremetal)))
    }

    @Test("News are a finding and the coverage end, too, and not the days that remain")
    func news() {
        let base = License.base()
        let now = Entitlements([base], at: .now)
        #expect(now.answersAlike(Entitlements([base], at: .now + .days(1))))
        #expect(!now.answersAlike(Entitlements([base, .base("B-2", from: .days(265), until: nil)], at: .now)))
        let stranger = License.plus(.vmware, licensee: .vendor)
        let friend = License.plus(.vmware)
        #expect(!Entitlements([base, friend], at: .now).answersAlike(Entitlements([base, stranger], at: .now)))
        let two: [License] = [base, friend, .plus(.vmware, id: "P-0", issued: .days(-200), licensee: .vendor)]
        #expect(Entitlements(two, at: .now)[.module(.vmware)].license == friend)
        #expect(!Entitlements([base, friend], at: .now).answersAlike(Entitlements(two, at: .now)))
        #expect(!now.answersAlike(Entitlements([base, friend], at: .now)))
    }
}

private final class State: Sendable {
    let round = Atomic<Int>(0)
    let isDone = Atomic<Bool>(false)
    let mixed = Atomic<Int>(0)
    let seen = Atomic<Int>(0)
}

/// A clock that runs, in the middle of a second.
private struct FractionClock: LicenseClock {
    let nanoseconds: Int32

    func read() -> ClockReading {
        ClockReading(wall: .now, nanoseconds: self.nanoseconds, bootTime: 1_000, bootID: "boot")
    }
}

/// A clock that takes 20 ms and more to read, by the coarse clock.
private final class SlowClock: LicenseClock {
    let coarseAtRead = Atomic<UInt64>(0)

    func read() -> ClockReading {
        let start = CoarseClock.now()
        self.coarseAtRead.store(start, ordering: .relaxed)
        while CoarseClock.now() < start + 20_000_000 {}
        return ClockReading(wall: .now, bootTime: 1_000, bootID: "boot")
    }
}
