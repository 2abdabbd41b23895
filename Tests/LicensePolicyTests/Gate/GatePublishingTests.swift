import Foundation
import LicenseModel
import LicensePolicy
import Synchronization
import TestSupport
import Testing
import ZStackLicensing

/// How long cached answers are valid, in which order they are published, and what counts as a change.
@Suite("Publication of a gate's answers")
struct GatePublishingTests {
    #if DEBUG
    private static let (checks, updates) = (10_000, 10)
    #else
    private static let (checks, updates) = (20_000, 30)
    #endif

    @Test("Checks of the same capabilities share one cached answer")
    func shared() throws {
        let gate = LicenseGate([.base()], configuration: .unchecked, trustedClock: .firstStart, clock: RunningClock())
        for _ in 0..<100 {
            _ = gate.makeCheck(for: .operate(.base))
            _ = gate.makeCheck(for: .operate(.base), and: [])
            _ = gate.makeCheck(for: .view(.module(.vmware)), and: [.operate(.base)])
        }
        #expect(gate.checkCount == 2)
    }

    @Test("An answer is cached for a minute, or until the next change if that is sooner")
    func cacheTime() throws {
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

    @Test("If the mark is the time, the cache time is shortened by a full second")
    func cacheTimeByMark() throws {
        let gate = LicenseGate(
            [.base(until: .days(1) + .seconds(5))],
            configuration: .unchecked,
            trustedClock: TrustedClock(mark: .now + .days(1)),
            clock: FractionClock(nanoseconds: 250_000_000)
        )
        // The gate does not know how much of the mark's second has passed.
        #expect(gate.follow() == .seconds(4))
    }

    @Test("Each of two thousand new checks has an answer immediately")
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

    @Test("The coarse clock is read first, so that no deadline is too late")
    func coarseFirst() {
        let clock = SlowClock()
        let reading = GateReading(clock)
        #expect(reading.coarse <= clock.coarseAtRead.load(ordering: .relaxed))
        #expect(CoarseClock.now() - reading.coarse >= 20_000_000)
    }

    @Test("The coarse clock agrees with the monotonic clock")
    func coarseClock() {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        let monotonic = UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
        let distance = max(monotonic, CoarseClock.now()) - min(monotonic, CoarseClock.now())
        #expect(distance < 10_000_000_000)
    }

    @Test("Once one check has a new answer, no check has an old one")
    func noOldAnswer() throws {
        let licensed = [License.base(), .plus(.vmware)]
        let gate = LicenseGate(licensed, configuration: .unchecked, trustedClock: .firstStart, clock: RunningClock())
        // Publishing all answers takes much longer than reading them.
        let checks = try (0..<Self.checks)
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
                var hasSeenUpdate = false
                var mixed = 0
                for check in checks {
                    if !check.isAllowed {
                        hasSeenUpdate = true
                    } else if hasSeenUpdate {
                        mixed += 1
                    }
                }
                // Only rounds that remove the licenses are compared, not those that add them again.
                if state.round.load(ordering: .acquiring) == round, round % 2 == 1, hasSeenUpdate {
                    state.mixed.add(mixed, ordering: .relaxed)
                    state.comparedRounds.add(1, ordering: .relaxed)
                }
            }
            reader.signal()
        }
        .start()
        for _ in 0..<Self.updates {
            state.round.add(1, ordering: .acquiringAndReleasing)
            gate.update([])
            Thread.sleep(forTimeInterval: 0.01)
            state.round.add(1, ordering: .acquiringAndReleasing)
            gate.update(licensed)
        }
        state.isDone.store(true, ordering: .releasing)
        reader.wait()
        #expect(state.mixed.load(ordering: .relaxed) == 0)
        #expect(state.comparedRounds.load(ordering: .relaxed) > 0)
    }

    @Test("An update raises the mark to the iat of its licenses, and never lowers it")
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
        // An iat that is more than a day ahead is ignored until the wall clock is within a day of it.
        gate.update([.base(issued: .days(2))])
        #expect(gate.trustedClock.mark == .now + .days(-3))
        clock.set(by: .days(1))
        gate.refresh()
        #expect(gate.trustedClock.mark == .now + .days(2))
    }

    @Test("An update evaluates its licenses at the mark that they raise")
    func signingTimeOfSameUpdate() throws {
        let gate = LicenseGate([], configuration: .unchecked, trustedClock: .firstStart, clock: RunningClock())
        let check = gate.makeCheck(for: .operate(.base))
        // The iat of the plus license raises the mark beyond the end of the base license.
        gate.update([.base(until: .seconds(21_600)), .plus(.vmware, issued: .seconds(43_200))])
        #expect(!check.isAllowed)
    }

    @Test("After an update, the next change comes from the new licenses")
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

    @Test("The entitlements are evaluated at the current instant")
    func instant() throws {
        let clock = RunningClock()
        let gate = LicenseGate([.base()], configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        #expect(gate.entitlements.base.licenseDaysRemaining == 265)
        clock.advance(.days(1))
        #expect(gate.entitlements.instant == .now + .days(1))
        #expect(gate.entitlements.base.licenseDaysRemaining == 264)
    }

    @Test("The time never falls below the build date, even at a first start")
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
        // Without the build date, the time would be ten days back.
        #expect(gate.entitlements.instant == .now + .days(-2))
        let saved = TrustedClock(mark: .now + .days(-1))
        let later = LicenseGate([license], configuration: configuration, trustedClock: saved, clock: clock)
        #expect(later.trustedClock.mark == .now + .days(-1))
        #expect(!later.makeCheck(for: .operate(.base)).isAllowed)
        let withoutBuild = LicenseGate([], configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        #expect(withoutBuild.trustedClock.mark == nil)
    }

    @Test("Another license with the same content and a new id is a change")
    func otherLicense() {
        let now = Entitlements([.base("B-1")], at: .now)
        #expect(now.isEquivalent(to: Entitlements([.base("B-1")], at: .now)))
        #expect(!now.isEquivalent(to: Entitlements([.base("B-2")], at: .now)))
    }

    @Test("Another excluded license is a change, even with the same id")
    func otherExclusion() {
        let configuration = PolicyConfiguration(catalog: .zstack, node: .only([.vendor]), build: .any)
        func entitlements(_ module: License.Module) -> Entitlements {
            let license = License.plus(module, id: "P-7", nodes: [.customer])
            return Entitlements([.base(), license], at: .now, configuration: configuration)
        }
        #expect(entitlements(.vmware).isEquivalent(to: entitlements(.vmware)))
        #expect(!entitlements(.vmware).isEquivalent(to: entitlements(.baremetal)))
    }

    @Test("Findings and the coverage end are changes, but not the remaining days")
    func changes() {
        let base = License.base()
        let now = Entitlements([base], at: .now)
        #expect(now.isEquivalent(to: Entitlements([base], at: .now + .days(1))))
        #expect(!now.isEquivalent(to: Entitlements([base, .base("B-2", from: .days(265), until: nil)], at: .now)))
        let otherLicensee = License.plus(.vmware, licensee: .vendor)
        let sameLicensee = License.plus(.vmware)
        let withPlus = Entitlements([base, sameLicensee], at: .now)
        #expect(!withPlus.isEquivalent(to: Entitlements([base, otherLicensee], at: .now)))
        let both: [License] = [base, sameLicensee, .plus(.vmware, id: "P-0", issued: .days(-200), licensee: .vendor)]
        #expect(Entitlements(both, at: .now)[.module(.vmware)].license == sameLicensee)
        #expect(!withPlus.isEquivalent(to: Entitlements(both, at: .now)))
        #expect(!now.isEquivalent(to: withPlus))
    }
}

/// The state that the updates and the reader share.
private final class State: Sendable {
    let round = Atomic<Int>(0)
    let isDone = Atomic<Bool>(false)
    let mixed = Atomic<Int>(0)
    let comparedRounds = Atomic<Int>(0)
}

/// A clock that shows a fraction of a second, and that a gate cannot distinguish from the machine's clock.
private struct FractionClock: LicenseClock {
    let nanoseconds: Int32

    func read() -> ClockReading {
        ClockReading(wall: .now, nanoseconds: self.nanoseconds, bootTime: 1_000, bootID: "boot")
    }
}

/// A clock that takes at least 20 ms to read, measured by the coarse clock.
private final class SlowClock: LicenseClock {
    let coarseAtRead = Atomic<UInt64>(0)

    func read() -> ClockReading {
        let start = CoarseClock.now()
        self.coarseAtRead.store(start, ordering: .relaxed)
        while CoarseClock.now() < start + 20_000_000 {}
        return ClockReading(wall: .now, bootTime: 1_000, bootID: "boot")
    }
}
