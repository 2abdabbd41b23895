/// The values of all clocks when the gate reads them.
package struct GateReading: Sendable {
    /// The coarse time in nanoseconds, which is read first so that a deadline computed from it is never too late.
    package let coarse: UInt64

    /// The values of the license clock.
    package let clock: ClockReading

    /// Whether the license clock is manual, so that answers cannot be cached.
    package let isManual: Bool

    /// Reads the coarse clock, then the license clock.
    ///
    /// Do not call this under a lock: the license clock can be code of the gate's user.
    package init(_ clock: any LicenseClock) {
        self.coarse = CoarseClock.now()
        self.clock = clock.read()
        self.isManual = clock.isManual
    }
}
