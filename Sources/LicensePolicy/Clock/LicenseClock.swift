/// A source of the time for a license gate: the machine's clocks, or a manual clock in a test.
///
/// ```swift
/// struct FixedClock: LicenseClock {
///     let instant: LicenseInstant
///     let isManual = true
///
///     func read() -> ClockReading {
///         ClockReading(wall: self.instant, bootTime: 0, bootID: "")
///     }
/// }
/// ```
public protocol LicenseClock: Sendable {
    /// Reads the wall clock and the boot time at the same moment.
    ///
    /// A gate can call this method from several threads at the same time, and never calls it under its lock. While the
    /// machine is running, the boot ID must stay the same, and the boot time must not go back. Otherwise, a gate takes
    /// the reading for a late one and reads the clocks again.
    ///
    /// - Returns: The values of the clocks.
    func read() -> ClockReading

    /// Whether the time changes only when it is set, as in a test.
    ///
    /// A gate reads a manual clock for every answer and caches nothing, because the time can change at any moment.
    var isManual: Bool { get }
}

extension LicenseClock {
    /// Whether the time changes only when it is set, which is `false` by default.
    public var isManual: Bool {
        false
    }
}
