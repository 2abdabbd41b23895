import LicenseModel
import LicensePolicy
import TestSupport
import Testing

@Suite("TrustedClock over weeks of random clocks")
struct TrustedClockPropertyTests {
    /// A wall clock that is set, slewed and corrected at random, over restarts, in steps of up to two hours.
    private struct RandomMachine {
        var random: SplitMix64
        var trueTime: Int64 = 1_800_000_000
        var error: Int64 = 0
        var bootedAt: Int64 = 1_799_990_000
        var boots = 0
        /// Of the time that passed, how long the wall clock was ahead.
        var ahead: Int64 = 0

        var reading: ClockReading {
            ClockReading(
                wall: LicenseInstant(secondsSince1970: self.trueTime + self.error),
                bootTime: self.trueTime - self.bootedAt,
                bootID: "\(self.boots)"
            )
        }

        mutating func step() {
            switch self.random.below(200) {
            case 0: self.error = Int64(self.random.below(600_000_000)) - 300_000_000
            case 1...5: self.error = 0
            case 6...9: self.error += Int64(self.random.below(200)) - 100
            case 10:
                self.boots += 1
                self.bootedAt = self.trueTime
            default: break
            }
            // What was set right after the last look stays until the next.
            let seconds = Int64(1 + self.random.below(self.random.oneIn(10) ? 7_200 : 900))
            self.trueTime += seconds
            self.ahead += self.error > 0 ? seconds : 0
        }
    }

    @Test(
        "The mark never falls, gains at most twice the boot time, and is ahead by at most the time of the error",
        arguments: 0..<40 as Range<UInt64>
    )
    func properties(_ seed: UInt64) {
        var machine = RandomMachine(random: SplitMix64(seed: seed))
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: machine.trueTime))
        clock.observe(machine.reading)
        var window: [ClockReading] = []
        var raisedUnsteadily = 0
        // About eight weeks each.
        for _ in 0..<8_000 {
            let before = clock
            machine.step()
            let reading = machine.reading
            let now = clock.observe(reading)
            guard let mark = clock.mark, let last = before.mark, let previous = before.reading else {
                Issue.record("The mark is gone")
                return
            }
            let isSameBoot = previous.bootID == reading.bootID
            let elapsed = isSameBoot ? reading.bootTime - previous.bootTime : 0
            let gain = mark.secondsSince1970 - last.secondsSince1970

            #expect(now == max(reading.wall, mark))
            #expect(gain >= elapsed)
            #expect(gain <= 2 * elapsed)
            #expect(mark.secondsSince1970 - machine.trueTime <= machine.ahead)

            // A sliding window that remembers every reading of the last hour, and the one before it.
            window = isSameBoot ? window + [reading] : [reading]
            while window.count > 2, window[1].bootTime <= reading.bootTime - 3_600 {
                window.removeFirst()
            }
            let offsets = window.map { $0.wall.secondsSince1970 - $0.bootTime }
            let reachesBack = (window.first?.bootTime ?? .max) <= reading.bootTime - 3_600
            let isSteady = reachesBack && (offsets.max() ?? 0) - (offsets.min() ?? 0) < 60
            if gain > elapsed, !isSteady {
                raisedUnsteadily += 1
            }
        }
        #expect(raisedUnsteadily == 0)
    }

    @Test("However often it looks, the mark keeps to the boot time without a drift")
    func drift() {
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: 1_000_000))
        for second in 0...200_000 as ClosedRange<Int64> {
            clock.observe(
                ClockReading(wall: LicenseInstant(secondsSince1970: 0), bootTime: second, bootID: "boot")
            )
        }
        #expect(clock.mark == LicenseInstant(secondsSince1970: 1_200_000))
    }
}
