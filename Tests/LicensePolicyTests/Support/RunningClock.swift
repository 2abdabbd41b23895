import LicenseModel
import LicensePolicy
import Synchronization

/// A clock that a test sets, but that a gate cannot distinguish from the machine's clock.
final class RunningClock: LicenseClock {
    private let wall: Atomic<Int64>
    private let bootTime = Atomic<Int64>(1_000)

    init(at instant: LicenseInstant = .now) {
        self.wall = Atomic(instant.secondsSince1970)
    }

    func read() -> ClockReading {
        ClockReading(
            wall: LicenseInstant(secondsSince1970: self.wall.load(ordering: .relaxed)),
            bootTime: self.bootTime.load(ordering: .relaxed),
            bootID: "boot"
        )
    }

    /// Advances the wall clock and the uptime.
    func advance(_ span: Span) {
        self.wall.add(span.seconds, ordering: .relaxed)
        self.bootTime.add(span.seconds, ordering: .relaxed)
    }

    /// Sets the wall clock forward or back without advancing the uptime.
    func set(by span: Span) {
        self.wall.add(span.seconds, ordering: .relaxed)
    }
}
