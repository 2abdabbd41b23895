import Licensing

/// A manual clock that always shows the same instant, so that the output does not depend on the current date.
struct FixedClock: LicenseClock {
    let instant: LicenseInstant

    var isManual: Bool {
        true
    }

    func read() -> ClockReading {
        ClockReading(wall: self.instant, bootTime: 0, bootID: "")
    }
}
