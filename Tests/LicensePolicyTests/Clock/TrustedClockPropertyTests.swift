import LicenseModel
import LicensePolicy
import TestSupport
import Testing

@Suite("TrustedClock over weeks with random wall clocks")
struct TrustedClockPropertyTests {
    /// A machine that runs in steps of up to two hours, and reboots and sets its wall clock at random.
    private struct RandomMachine {
        var random: SplitMix64
        var trueTime: Int64 = 1_800_000_000
        var error: Int64 = 0
        var bootedAt: Int64 = 1_799_990_000
        var boots = 0
        /// The seconds during which the wall clock was ahead of the true time.
        var secondsAhead: Int64 = 0

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
            // The wall clock was set right after the last reading, so it is wrong for the whole step.
            let seconds = Int64(1 + self.random.below(self.random.oneIn(10) ? 7_200 : 900))
            self.trueTime += seconds
            self.secondsAhead += self.error > 0 ? seconds : 0
        }
    }

    #if DEBUG
    private static let seeds: Range<UInt64> = 0..<20
    #else
    private static let seeds: Range<UInt64> = 0..<40
    #endif

    @Test(
        "The mark advances at one to two times the uptime, and its lead is bounded",
        arguments: seeds
    )
    func properties(_ seed: UInt64) {
        var machine = RandomMachine(random: SplitMix64(seed: seed))
        var clock = TrustedClock(mark: LicenseInstant(secondsSince1970: machine.trueTime))
        clock.observe(machine.reading)
        var window: [ClockReading] = []
        var unsteadyRaises = 0
        // About ten weeks.
        for step in 0..<8_000 {
            let before = clock
            machine.step()
            let reading = machine.reading
            let now = clock.observe(reading)
            guard let mark = clock.mark, let last = before.mark, let previous = before.reading else {
                Issue.record("The clock has no mark or no reading")
                return
            }
            let isSameBoot = previous.bootID == reading.bootID
            let elapsed = isSameBoot ? reading.bootTime - previous.bootTime : 0
            let gain = mark.secondsSince1970 - last.secondsSince1970

            // One expectation a step takes longer than the step.
            guard now == max(reading.wall, mark), (elapsed...2 * elapsed).contains(gain),
                mark.secondsSince1970 - machine.trueTime <= machine.secondsAhead
            else {
                Issue.record("step \(step): the mark gained \(gain) s in \(elapsed) s, and is \(mark) at \(reading)")
                return
            }

            // A reference for the steady hour: a window of all readings of the last hour and the one before it.
            window = isSameBoot ? window + [reading] : [reading]
            while window.count > 2, window[1].bootTime <= reading.bootTime - 3_600 {
                window.removeFirst()
            }
            let offsets = window.map { $0.wall.secondsSince1970 - $0.bootTime }
            let reachesBack = (window.first?.bootTime ?? .max) <= reading.bootTime - 3_600
            let isSteady = reachesBack && (offsets.max() ?? 0) - (offsets.min() ?? 0) < 60
            if gain > elapsed, !isSteady {
                unsteadyRaises += 1
            }
        }
        #expect(unsteadyRaises == 0)
    }

    @Test("The mark follows the uptime without drift, however often the clock is read")
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
