/// What the clocks show when the gate looks at them.
struct GateReading {
    /// The coarse time, read first: so no answer is believed for longer than it holds.
    let coarse: UInt64

    /// The clocks.
    let clock: ClockReading

    /// Whether the clock is steered by hand, so that no answer may be believed for any time.
    let isSteered: Bool

    init(_ clock: any LicenseClock) {
        self.coarse = CoarseClock.now()
        self.clock = clock.read()
        self.isSteered = clock.isSteered
    }
}
