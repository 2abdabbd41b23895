/// Something that shows the time: the machine's clocks, or a test's.
public protocol LicenseClock: Sendable {
    /// Reads all clocks at one moment.
    ///
    /// - Returns: What they show.
    func read() -> ClockReading

    /// Whether the time is set by hand, as a test does it, and does not run by itself.
    ///
    /// A gate then looks at the clock for each answer, since no answer holds for any time.
    var isManual: Bool { get }
}

extension LicenseClock {
    /// `false`: the time runs by itself.
    public var isManual: Bool {
        false
    }
}
