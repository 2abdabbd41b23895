import LicenseModel
import LicensePolicy
import LicenseTesting
import TestSupport
import Testing
import ZStackLicensing

/// The trusted time of a gate, and how it limits the effect of setting the wall clock.
@Suite("The trusted time of a gate")
struct GateTimeTests {
    @Test("By the machine's clock, a check is denied as soon as the license ends", .timeLimit(.minutes(1)))
    func realTime() async throws {
        let start = SystemLicenseClock().read().wall
        let licensing = try TestLicensing(
            .base(days: 365),
            clock: TestLicenseClock(at: start),
            configuration: .testing(.zstack)
        )
        let ending = try TestLicensing(
            .base(days: 365),
            clock: TestLicenseClock(at: start.advanced(byDays: -365).advanced(bySeconds: 3)),
            configuration: .testing(.zstack)
        )
        #expect(licensing.licenses.count == 1)
        let gate = LicenseGate(ending.licenses, configuration: .unchecked, trustedClock: .firstStart)
        let check = gate.makeCheck(for: .operate(.base))
        let clock = SystemLicenseClock()
        let end = try #require(ending.licenses.first?.expiresAt)
        var lastAllowed: ClockReading?
        var firstDenied: ClockReading?
        while firstDenied == nil {
            let before = clock.read()
            if check.isAllowed {
                lastAllowed = before
            } else {
                firstDenied = clock.read()
            }
            try await Task.sleep(for: .milliseconds(1))
        }
        let allowed = try #require(lastAllowed)
        let denied = try #require(firstDenied)
        // The coarse clock has a resolution of some milliseconds, and a busy machine wakes threads late.
        #expect(allowed.wall < end || (allowed.wall == end && allowed.nanoseconds < 100_000_000))
        #expect(denied.wall >= end)
    }

    @Test("Setting the wall clock back does not gain time", arguments: [Span.seconds(82_800), .days(2), .days(400)])
    func setBack(by span: Span) throws {
        let clock = TestLicenseClock(at: .now)
        let gate = LicenseGate(
            [.base(from: .zero, until: .days(30), issued: .zero)],
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: clock
        )
        let check = gate.makeCheck(for: .operate(.base))
        for _ in 0..<(29 * 24) {
            clock.advance(seconds: 3_600)
            #expect(check.isAllowed)
        }
        clock.set(to: clock.now + (.zero - span))
        #expect(check.isAllowed)
        clock.advance(seconds: 86_399)
        #expect(check.isAllowed)
        clock.advance(seconds: 1)
        #expect(!check.isAllowed, "The license ran for 30 days, regardless of the wall clock")
    }

    @Test("A wall clock that was ahead for a while has no lasting effect")
    func setForward() throws {
        let clock = TestLicenseClock(at: .now)
        let gate = LicenseGate(
            [.base(issued: .zero)],
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: clock
        )
        let check = gate.makeCheck(for: .operate(.base))
        clock.advance(days: 1)
        #expect(check.isAllowed)
        let right = clock.now
        clock.set(to: right + .days(3_650))
        #expect(!check.isAllowed)
        clock.advance(seconds: 300)
        clock.set(to: right + .seconds(300))
        #expect(check.isAllowed)
        #expect(gate.entitlements.instant == right + .seconds(300))
    }

    @Test("A clock that was set back by over a day is a finding, but not a denial")
    func suspect() throws {
        let clock = TestLicenseClock(at: .now)
        let gate = LicenseGate(
            [.base(issued: .zero)],
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: clock
        )
        clock.set(to: .now + .days(-1))
        #expect(gate.findings == [])
        clock.set(to: .now + .seconds(-86_401))
        #expect(gate.findings.map(\.code) == [.clockSuspect])
        #expect(gate.makeCheck(for: .operate(.base)).isAllowed)
    }

    @Test("The finding about the clock is sorted by its code with those about licenses")
    func suspectInOrder() throws {
        let clock = TestLicenseClock(at: .now)
        let licenses: [License] = [.base(issued: .zero), .plus(.vmware, licensee: .vendor)]
        let gate = LicenseGate(licenses, configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        clock.set(to: .now + .days(-2))
        #expect(gate.findings.map(\.code) == [.clockSuspect, .licenseeDiffers])
    }

    @Test("The saved trusted clock continues in another process")
    func restart() throws {
        let clock = TestLicenseClock(at: .now)
        let licenses: [License] = [.base(from: .zero, until: .days(30), issued: .zero)]
        let first = LicenseGate(licenses, configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        clock.advance(days: 31)
        let saved = first.trustedClock
        #expect(saved.mark == .now + .days(31))
        clock.restart()
        clock.set(to: .now + .days(1))
        let second = LicenseGate(
            licenses,
            configuration: .unchecked,
            trustedClock: TrustedClock(mark: try #require(saved.mark)),
            clock: clock
        )
        #expect(!second.makeCheck(for: .operate(.base)).isAllowed)
        #expect(
            LicenseGate(licenses, configuration: .unchecked, trustedClock: .firstStart, clock: clock)
                .makeCheck(for: .operate(.base)).isAllowed
        )
    }

    @Test("A cached answer changes when the gate reads the clock again")
    func cachedAnswer() throws {
        let clock = RunningClock()
        let gate = LicenseGate(
            [.base(until: .seconds(3_600))],
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: clock
        )
        let check = gate.makeCheck(for: .operate(.base))
        #expect(check.isAllowed)
        // The answer is cached for a minute, so the gate has not read the clock yet.
        clock.set(by: .days(1))
        #expect(check.isAllowed)
        gate.refresh()
        #expect(!check.isAllowed)
        clock.set(by: .days(-1))
        gate.refresh()
        #expect(check.isAllowed)
        clock.advance(.seconds(3_600))
        gate.refresh()
        #expect(!check.isAllowed)
    }
}
