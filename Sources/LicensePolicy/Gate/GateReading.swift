/// What the clocks show when the gate looks at them.
package struct GateReading: Sendable {
    /// The coarse time, read first, so that no answer is believed for longer than it holds.
    package let coarse: UInt64

    /// The clocks.
    package let clock: ClockReading

    /// Whether the clock is set by hand, so that no answer may be believed for any time.
    package let isManual: Bool

    /// Reads the clocks.
    ///
    /// The clock may be somebody else's code: never call this under a lock.
    package init(_ clock: any LicenseClock) {
        self.coarse = CoarseClock.now()
        self.clock = clock.read()
        self.isManual = clock.isManual
    }
}
