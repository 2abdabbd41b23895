import Licensing

/// A clock that stands still, so that the Quickstart shows the same every day.
struct FixedClock: LicenseClock {
    let instant: LicenseInstant

    var isManual: Bool {
        true
    }

    func read() -> ClockReading {
        ClockReading(wall: self.instant, bootTime: 0, bootID: "")
    }
}
