/// Something that shows the time: the machine's clocks, or a test's.
public protocol LicenseClock: Sendable {
    /// Reads all clocks at one moment.
    ///
    /// - Returns: What they show.
    func read() -> ClockReading
}
