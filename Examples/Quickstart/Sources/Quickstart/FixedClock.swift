import LicenseModel
import LicensePolicy

/// A clock that stands still, so that the Quickstart shows the same every day.
struct FixedClock: LicenseClock {
    let instant: Instant

    var isSteered: Bool {
        true
    }

    func read() -> ClockReading {
        ClockReading(wall: self.instant, bootTime: 0, bootID: "")
    }
}
