public import LicenseModel
public import LicensePolicy

/// A manual clock for tests, whose time changes only when you move it.
///
/// ```swift
/// let clock = TestLicenseClock()
/// clock.advance(days: 14)                                           // Time passes.
/// clock.set(to: LicenseInstant(secondsSince1970: 1_800_000_000))    // An administrator sets the machine's clock.
/// clock.restart()                                                   // The machine restarts.
/// ```
///
/// You can also set the clock back, to test how your product handles that.
public final class TestLicenseClock: LicenseClock {
    /// The default start time of a clock: 2027-01-01T00:00:00Z.
    public static let start = LicenseInstant(secondsSince1970: 1_798_761_600)

    private struct State {
        var wall: LicenseInstant
        var bootTime: Int64 = 0
        var bootCount = 1
        var observers: [@Sendable () -> Void] = []
    }

    private let state: Lock<State>

    /// Creates a clock that shows a start time.
    ///
    /// - Parameter start: The time that the clock shows at first.
    public init(at start: LicenseInstant = TestLicenseClock.start) {
        self.state = Lock(State(wall: start))
    }

    /// The time that the clock shows.
    public var now: LicenseInstant {
        self.state.withLock { $0.wall }
    }

    /// Whether the clock is manual: always `true`, so that a gate reads the clock for every check.
    public var isManual: Bool {
        true
    }

    /// Reads the clock, as a gate does.
    ///
    /// - Returns: The time that the clock shows, and the time that has passed since the machine started.
    public func read() -> ClockReading {
        self.state.withLock {
            ClockReading(wall: $0.wall, bootTime: $0.bootTime, bootID: "test-boot-\($0.bootCount)")
        }
    }

    /// Sets the clock without any time passing.
    ///
    /// - Parameter instant: The time that the clock shows from now on.
    public func set(to instant: LicenseInstant) {
        self.move { $0.wall = instant }
    }

    /// Advances the clock by a number of days.
    ///
    /// - Parameter days: The number of days of 86,400 seconds that pass. If negative, the clock is set back instead, and no
    ///   time passes.
    public func advance(days: Int) {
        self.advance(seconds: Int64(days).multipliedClamped(by: LicenseInstant.secondsPerDay))
    }

    /// Advances the clock by a number of seconds.
    ///
    /// - Parameter seconds: The number of seconds that pass. If negative, the clock is set back instead, and no time passes.
    public func advance(seconds: Int64) {
        self.move {
            $0.wall = $0.wall.advanced(bySeconds: seconds)
            $0.bootTime += max(0, min(seconds, Int64.max - $0.bootTime))
        }
    }

    /// Simulates a restart of the machine, during which no time passes.
    public func restart() {
        self.move {
            $0.bootTime = 0
            $0.bootCount += 1
        }
    }

    /// Adds a closure to call after each move of the clock.
    func addObserver(_ observer: @escaping @Sendable () -> Void) {
        self.state.withLock { $0.observers.append(observer) }
    }

    private func move(_ change: (inout State) -> Void) {
        let observers = self.state.withLock { state in
            change(&state)
            return state.observers
        }
        for observer in observers {
            observer()
        }
    }
}

extension TestLicenseClock: CustomStringConvertible {
    /// The time that the clock shows, as text.
    public var description: String {
        "TestLicenseClock(\(self.now))"
    }
}
