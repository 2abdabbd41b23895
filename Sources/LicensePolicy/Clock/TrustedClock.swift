public import LicenseModel

/// A clock for license checks that limits the effect of setting the wall clock.
///
/// The time of the clock is the wall clock or the ``mark``, whichever is later. The mark is a high-water mark: it never
/// goes back, so setting the wall clock back below it does not extend a license.
///
/// - At the first start, the mark is the newest `iat` of the licenses or the build date, whichever is later. The wall
///   clock can be set back to that time.
/// - Afterward, the mark advances with the boot time. It catches up with the wall clock only after the wall clock has
///   been steady for an hour, at no more than twice the speed of the boot time. A wall clock that is ten years ahead
///   for five minutes does not move the mark; one that is ahead for a weekend moves it by about a weekend.
///
/// Save the clock every ten minutes and when the process stops, and pass it to the next start. Without a saved mark,
/// each start of the process is a first start.
///
/// ```swift
/// // At start. If the saved clock cannot be read, report the error. Do not treat it as a first start.
/// let trustedClock = isFirstStart ? .firstStart : try decoder.decode(TrustedClock.self, from: saved)
/// // Every ten minutes and at stop.
/// let saved = try encoder.encode(gate.trustedClock)
/// ```
///
/// The clock is a state machine that does not read the time: a ``LicenseGate`` passes readings to it. A decoded clock
/// continues from the state of the encoded one.
///
/// `Documentation/TrustedTime.md` describes what the clock guarantees, and its limits.
public struct TrustedClock: Sendable, Equatable, Codable {
    /// The high-water mark: the latest time that the clock has proof of.
    ///
    /// It is `nil` until a license's `iat` or the build date sets it. Until then the time is the wall clock's.
    public private(set) var mark: LicenseInstant?

    /// The latest reading of the clocks, or `nil` before the first.
    ///
    /// Save it with the mark. The mark then also advances by the time that the process was stopped, unless the machine
    /// was restarted.
    public private(set) var reading: ClockReading?

    private var steadiness: Steadiness?

    /// The clock for the first start of an installation, without a mark.
    ///
    /// At later starts, use the saved clock.
    public static let firstStart = TrustedClock(savedMark: nil, reading: nil)

    /// Creates a clock that continues from a saved mark.
    ///
    /// - Parameter mark: The saved ``mark``.
    public init(mark: LicenseInstant) {
        self.init(savedMark: mark, reading: nil)
    }

    /// Creates a clock that continues from a saved mark and the reading that was saved with it.
    ///
    /// - Parameters:
    ///   - mark: The saved ``mark``.
    ///   - reading: The ``reading`` that was saved with the mark. It has no effect after a restart of the machine.
    public init(mark: LicenseInstant, reading: ClockReading) {
        self.init(savedMark: mark, reading: reading)
    }

    private init(savedMark: LicenseInstant?, reading: ClockReading?) {
        self.mark = savedMark
        self.reading = reading
    }

    /// Returns the latest of several saved clocks, such as from two files that are written alternately.
    ///
    /// - Parameter clocks: The clocks that could be read.
    /// - Returns: The clock with the latest mark or, if marks are equal, with the latest reading. The result is `nil`
    ///   if the array is empty, which does not mean that this is a first start: the files can be unreadable.
    public static func latest(of clocks: [TrustedClock]) -> TrustedClock? {
        clocks.max { lhs, rhs in
            lhs.mark == rhs.mark
                ? (lhs.reading?.wall ?? .earliest) < (rhs.reading?.wall ?? .earliest)
                : (lhs.mark ?? .earliest) < (rhs.mark ?? .earliest)
        }
    }

    /// Creates a clock from its saved form.
    ///
    /// Both members are required. A clock without a mark or a reading has `null` instead.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.init(
            savedMark: try container.decode(LicenseInstant?.self, forKey: "mark"),
            reading: try container.decode(ClockReading?.self, forKey: "reading")
        )
    }

    /// Encodes the mark and the latest reading.
    ///
    /// The time for which the wall clock has been steady is not saved: a decoded clock waits for another hour.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.mark, forKey: "mark")
        try container.encode(self.reading, forKey: "reading")
    }

    /// The trusted time at the latest reading: the wall clock or the mark, whichever is later.
    ///
    /// It is `nil` before the first reading.
    public var now: LicenseInstant? {
        self.reading.map { max($0.wall, self.mark ?? $0.wall) }
    }

    /// Whether the mark is more than a day ahead of the wall clock, so that one of them is wrong.
    ///
    /// A gate reports it as the finding `clock-suspect`. It does not change what the licenses allow.
    public var isSuspect: Bool {
        guard let mark, let reading else {
            return false
        }
        return mark > reading.wall.advanced(byDays: 1)
    }

    /// The finding `clock-suspect` if the clock is suspect, otherwise `nil`.
    public var finding: LicenseFinding? {
        self.isSuspect ? LicenseFinding(.clockSuspect, licenseID: nil) : nil
    }

    /// Returns whether the wall clock of another node differs from this node's by more than five minutes.
    ///
    /// If it does, report the finding `LicenseFinding.Code.clockSuspect` yourself. The difference does not change
    /// what the licenses allow.
    ///
    /// - Parameter wall: The time of the other node's wall clock, read at the same moment as the latest reading.
    /// - Returns: `true` if one of the two clocks must be wrong. The result is `false` before the first reading.
    public func isSuspect(comparedTo wall: LicenseInstant) -> Bool {
        guard let reading else {
            return false
        }
        return abs(wall.secondsSince1970 - reading.wall.secondsSince1970) > 300
    }

    /// Advances the clock to a reading.
    ///
    /// You can call this method as often as you like. A reading by another thread can arrive late: if it is less than a
    /// minute older than the latest one of the same boot, it is ignored.
    ///
    /// - Parameter reading: The values of the machine's clocks.
    /// - Returns: The trusted time at the reading: the wall clock or the mark, whichever is later.
    @discardableResult
    public mutating func observe(_ reading: ClockReading) -> LicenseInstant {
        var elapsed: Int64 = 0
        if let last = self.reading, reading.isSameBoot(as: last) {
            elapsed = reading.bootTime.subtractingClamped(last.bootTime)
            guard elapsed >= 0 || elapsed <= -Self.restartThreshold else {
                return max(reading.wall, self.mark ?? reading.wall)
            }
            if elapsed < 0 {
                elapsed = 0
                self.steadiness = nil
            }
        } else {
            self.steadiness = nil
        }
        self.reading = reading

        let isSteady: Bool
        if var steadiness = self.steadiness {
            isSteady = steadiness.include(reading)
            self.steadiness = steadiness
        } else {
            isSteady = false
            self.steadiness = Steadiness(reading)
        }

        guard let mark = self.mark else {
            return reading.wall
        }
        let advanced = mark.advanced(bySeconds: elapsed)
        let reachable = advanced.advanced(bySeconds: elapsed)
        let raised = isSteady ? max(advanced, min(reading.wall, reachable)) : advanced
        self.mark = raised
        return max(reading.wall, raised)
    }

    /// Raises the mark to the time at which a verified license was signed.
    ///
    /// That time is in the past if the issuer's clock was right. It is ignored if it is more than a day ahead of the
    /// wall clock of the latest reading, or if there is no reading. Call this method for each license whenever you load
    /// licenses, and again after the wall clock may have been set. A gate does so automatically.
    ///
    /// - Parameter issuedAt: The license's `iat`.
    public mutating func observe(issuedAt: LicenseInstant) {
        guard let reading, issuedAt <= reading.wall.advanced(byDays: 1) else {
            return
        }
        self.mark = max(self.mark ?? issuedAt, issuedAt)
    }

    /// Raises the mark to the time at which the running build of the product was made.
    ///
    /// The build date gives the clock a mark at the first start even without a license. A gate calls this method
    /// automatically if its ``PolicyConfiguration/build`` has a date.
    ///
    /// - Parameter builtAt: The time of the build. It is trusted regardless of the clocks, because the product's own
    ///   code specifies it. If it is in the future, the saved mark stays there: a corrected build does not lower it.
    public mutating func observe(builtAt: LicenseInstant) {
        self.mark = max(self.mark ?? builtAt, builtAt)
    }

    /// The seconds from which on a boot time that is earlier than the latest one indicates a restart of the machine.
    ///
    /// A smaller difference indicates a late reading.
    private static let restartThreshold: Int64 = 60
}

extension TrustedClock: CustomStringConvertible {
    /// The mark and whether the clock is suspect, for logs.
    public var description: String {
        "TrustedClock(mark: \(self.mark?.description ?? "none")\(self.isSuspect ? ", suspect" : ""))"
    }
}

/// The time for which the offset between the wall clock and the boot time has been steady.
///
/// A sliding window of an hour would have to store every reading in it. This type stores only when the current run of
/// readings started and the range of their offsets. A reading that widens the range to a minute starts a new run. The
/// rule is stricter than a window: a slow drift that adds up to a minute starts another hour of waiting. The only cost
/// is that the mark catches up later.
private struct Steadiness: Sendable, Equatable {
    private var since: Int64
    private var low: Int64
    private var high: Int64

    init(_ reading: ClockReading) {
        self.since = reading.bootTime
        self.low = reading.offset
        self.high = reading.offset
    }

    /// Adds a reading and returns whether the offset has changed by less than a minute for at least an hour.
    mutating func include(_ reading: ClockReading) -> Bool {
        let low = min(self.low, reading.offset)
        let high = max(self.high, reading.offset)
        guard high.subtractingClamped(low) < 60 else {
            self = Steadiness(reading)
            return false
        }
        self.low = low
        self.high = high
        return reading.bootTime.subtractingClamped(self.since) >= 3_600
    }
}
