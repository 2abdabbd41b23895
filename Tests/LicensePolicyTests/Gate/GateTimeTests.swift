import LicenseModel
import LicensePolicy
import LicenseTesting
import TestSupport
import Testing
import ZStackLicensing

/// The gate follows its own timeline, and the wall clock only as far as it may be believed.
@Suite("Gate and time")
struct GateTimeTests {
    @Test("an answer ends with the term of the license, by the machine's clocks, although nobody told the gate")
    func realTime() async throws {
        let start = SystemLicenseClock().read().wall
        let world = try TestLicensing(
            .base(days: 365),
            clock: TestLicenseClock(at: start),
            configuration: .testing(.zstack)
        )
        let second = try TestLicensing(
            .base(days: 365),
            clock: TestLicenseClock(at: start.advanced(byDays: -365).advanced(bySeconds: 3)),
            configuration: .testing(.zstack)
        )
        #expect(world.licenses.count == 1)
        let gate = LicenseGate(second.licenses, configuration: .unchecked, trustedClock: .firstStart)
        let check = gate.makeCheck(for: .operate(.base))
        let clock = SystemLicenseClock()
        let end = try #require(second.licenses.first?.expiresAt)
        var lastYes: ClockReading?
        var firstNo: ClockReading?
        while firstNo == nil {
            let before = clock.read()
            if check.isAllowed {
                lastYes = before
            } else {
                firstNo = clock.read()
            }
            try await Task.sleep(for: .milliseconds(1))
        }
        let yes = try #require(lastYes)
        let no = try #require(firstNo)
        // The coarse clock steps by some milliseconds, and a busy machine wakes late.
        #expect(yes.wall < end || (yes.wall == end && yes.nanoseconds < 100_000_000))
        #expect(no.wall >= end)
    }

    @Test("setting the wall clock back gains nothing", arguments: [Span.seconds(82_800), .days(2), .days(400)])
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
        #expect(!check.isAllowed, "The license has run its 30 days, whatever the wall clock shows")
    }

    @Test("a clock that was wrong for a while is right again once it is right")
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

    @Test("a clock that was set back by more than a day is a finding, and changes no right")
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

    @Test("the finding about the clock stands among those about licenses, by its code")
    func suspectInOrder() throws {
        let clock = TestLicenseClock(at: .now)
        let licenses: [License] = [.base(issued: .zero), .plus(.vmware, licensee: .vendor)]
        let gate = LicenseGate(licenses, configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        clock.set(to: .now + .days(-2))
        #expect(gate.findings.map(\.code) == [.clockSuspect, .licenseeDiffers])
    }

    @Test("what was saved of the trusted time goes on in another process")
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

    @Test("an answer is believed for a minute at most, and never beyond the next change")
    func belief() throws {
        let clock = RunningClock()
        let gate = LicenseGate(
            [.base(until: .seconds(3_600))],
            configuration: .unchecked,
            trustedClock: .firstStart,
            clock: clock
        )
        let check = gate.makeCheck(for: .operate(.base))
        #expect(check.isAllowed)
        // The gate knows nothing of it yet, and need not look at the clock for a minute.
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
