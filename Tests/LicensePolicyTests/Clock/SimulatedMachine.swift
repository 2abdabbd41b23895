import LicenseModel
import LicensePolicy

/// A machine whose true time is known, and whose wall clock a test can set.
struct SimulatedMachine {
    static let start: Int64 = 1_800_000_000

    var clock: TrustedClock
    var trueTime = SimulatedMachine.start
    /// The seconds by which the wall clock is ahead of the true time, or behind it if negative.
    var error: Int64 = 0
    private var bootedAt = SimulatedMachine.start
    private var boots = 0

    /// Creates a machine with a license that is signed now, and runs it for a day with a correct wall clock.
    init() {
        self.clock = TrustedClock.firstStart
        self.clock.observe(self.reading)
        self.clock.observe(issuedAt: LicenseInstant(secondsSince1970: self.trueTime))
        self.run(86_400)
    }

    var reading: ClockReading {
        ClockReading(
            wall: LicenseInstant(secondsSince1970: self.trueTime + self.error),
            bootTime: self.trueTime - self.bootedAt,
            bootID: "boot-\(self.boots)"
        )
    }

    /// The seconds by which the trusted time is ahead of the true time.
    var lead: Int64 {
        (self.clock.now?.secondsSince1970 ?? .min) - self.trueTime
    }

    /// The seconds by which the mark is ahead of the true time.
    var markLead: Int64 {
        (self.clock.mark?.secondsSince1970 ?? .min) - self.trueTime
    }

    /// Runs for some seconds, and reads the clocks at each interval and at the end.
    mutating func run(_ seconds: Int64, every interval: Int64 = 600) {
        let end = self.trueTime + seconds
        while self.trueTime < end {
            self.trueTime = min(end, self.trueTime + interval)
            self.clock.observe(self.reading)
        }
    }

    /// Sets the wall clock to differ from the true time by some seconds, and reads the clocks.
    mutating func setWall(error: Int64) {
        self.error = error
        self.clock.observe(self.reading)
    }

    /// Turns the machine off for some seconds, and boots it with the saved mark and reading.
    mutating func reboot(after seconds: Int64, error: Int64) {
        self.trueTime += seconds
        self.bootedAt = self.trueTime
        self.boots += 1
        self.error = error
        if let mark = self.clock.mark, let reading = self.clock.reading {
            self.clock = TrustedClock(mark: mark, reading: reading)
        } else {
            self.clock = .firstStart
        }
        self.clock.observe(self.reading)
    }
}
