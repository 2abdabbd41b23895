public import LicenseModel

internal import class Foundation.NSLock

/// A clock that a test steers.
///
/// It stands still until it is told.
///
/// ```swift
/// let clock = TestClock()
/// clock.advance(days: 14)
/// clock.set(to: Instant(secondsSince1970: 1_800_000_000))
/// ```
///
/// It can be set back, too: what a product makes of that is worth a test.
public final class TestClock: Sendable {
    /// Where a clock starts that is not told otherwise: 2027-01-01T00:00:00Z.
    public static let start = Instant(secondsSince1970: 1_798_761_600)

    private let lock = NSLock()
    nonisolated(unsafe) private var instant: Instant

    /// Makes a clock.
    ///
    /// - Parameter start: What it shows at first.
    public init(at start: Instant = TestClock.start) {
        unsafe self.instant = start
    }

    /// What the clock shows.
    public var now: Instant {
        self.lock.withLock { unsafe self.instant }
    }

    /// Sets the clock.
    ///
    /// - Parameter instant: What it shows from now on.
    public func set(to instant: Instant) {
        self.lock.withLock { unsafe self.instant = instant }
    }

    /// Moves the clock on.
    ///
    /// - Parameter days: By how many days of 86,400 seconds; below 0: back.
    public func advance(days: Int) {
        self.lock.withLock { unsafe self.instant = self.instant.advanced(byDays: days) }
    }

    /// Moves the clock on.
    ///
    /// - Parameter seconds: By how many seconds; below 0: back.
    public func advance(seconds: Int64) {
        self.lock.withLock { unsafe self.instant = self.instant.advanced(bySeconds: seconds) }
    }
}

extension TestClock: CustomStringConvertible {
    /// What the clock shows.
    public var description: String {
        "TestClock(\(self.now))"
    }
}
