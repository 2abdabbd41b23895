public import LicenseModel
public import LicensePolicy

/// A manual clock for tests.
///
/// It stands still until it is told.
///
/// ```swift
/// let clock = TestLicenseClock()
/// clock.advance(days: 14)                              // time passes
/// clock.set(to: LicenseInstant(secondsSince1970: 1_800_000_000))    // somebody sets the machine's clock
/// clock.restart()                                      // the machine starts again
/// ```
///
/// It can be set back, too: what a product makes of that is worth a test.
public final class TestLicenseClock: LicenseClock {
    /// Where a clock starts that is not told otherwise: 2027-01-01T00:00:00Z.
    public static let start = LicenseInstant(secondsSince1970: 1_798_761_600)

    private struct State {
        var wall: LicenseInstant
        var bootTime: Int64 = 0
        var bootCount = 1
        var observers: [@Sendable () -> Void] = []
    }

    private let state: Lock<State>

    /// Makes a clock.
    ///
    /// - Parameter start: What it shows at first.
    public init(at start: LicenseInstant = TestLicenseClock.start) {
        self.state = Lock(State(wall: start))
    }

    /// What the clock shows.
    public var now: LicenseInstant {
        self.state.withLock { $0.wall }
    }

    /// `true`: a gate looks at the clock for each answer.
    public var isManual: Bool {
        true
    }

    /// Reads the clock, as a gate does.
    ///
    /// - Returns: What it shows, and how much time has passed since the machine started.
    public func read() -> ClockReading {
        self.state.withLock {
            ClockReading(wall: $0.wall, bootTime: $0.bootTime, bootID: "test-boot-\($0.bootCount)")
        }
    }

    /// Sets the clock, although no time passes.
    ///
    /// - Parameter instant: What it shows from now on.
    public func set(to instant: LicenseInstant) {
        self.move { $0.wall = instant }
    }

    /// Lets time pass.
    ///
    /// - Parameter days: How many days of 86,400 seconds; below 0, the clock is set back by so much.
    public func advance(days: Int) {
        self.advance(seconds: Int64(days).multipliedClamped(by: LicenseInstant.secondsPerDay))
    }

    /// Lets time pass.
    ///
    /// - Parameter seconds: How many seconds; below 0, the clock is set back by so much.
    public func advance(seconds: Int64) {
        self.move {
            $0.wall = $0.wall.advanced(bySeconds: seconds)
            $0.bootTime += max(0, min(seconds, Int64.max - $0.bootTime))
        }
    }

    /// Starts the machine again, in no time.
    public func restart() {
        self.move {
            $0.bootTime = 0
            $0.bootCount += 1
        }
    }

    /// Has something done after each move of the clock.
    func whenMoved(_ observer: @escaping @Sendable () -> Void) {
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
    /// What the clock shows.
    public var description: String {
        "TestLicenseClock(\(self.now))"
    }
}
