public import LicenseModel

/// The time that licenses are held to: setting the wall clock back below its ``mark`` gains nothing, and a clock that was
/// wrong for a while costs about that while.
///
/// The mark is what protects. At a first start it is the newest `iat` of the licenses or the build's date, and the wall clock
/// can be set back to there. From then on the mark runs, and catches up with the wall clock at twice the speed of time.
/// Save it, and give it to the next start: without a saved mark each start of the process is a first start.
///
/// It is a pure state machine, which reads no clock: give it readings, ask for the time, and save its ``mark``, every ten
/// minutes and at stop. The mark is a high-water mark that the boot time carries on. It follows the wall clock only
/// while that has been steady for an hour, and then at no more than twice the speed of the boot time; so ten years
/// forward for five minutes move it not at all, and for a weekend by a weekend. Nothing lowers it.
///
/// It is `Codable`: what is decoded goes on where the encoded one was.
///
/// ```swift
/// // At start. What can't be read is an error, and never a first start.
/// let trustedClock = isFirstStart ? .firstStart : try decoder.decode(TrustedClock.self, from: saved)
/// // Every ten minutes, and at stop.
/// let saved = try encoder.encode(gate.trustedClock)
/// ```
///
/// `Documentation/TrustedTime.md` says what it promises and what it cannot.
public struct TrustedClock: Sendable, Equatable, Codable {
    /// The time below which the clock does not go, which is to be saved.
    ///
    /// `nil` until a license's `iat` or the build's date gives a first one; until then the wall clock alone is the time.
    public private(set) var mark: LicenseInstant?

    /// The latest reading, which may be saved beside the mark, so that the mark goes on over a restart of the process.
    public private(set) var reading: ClockReading?

    private var steadiness: Steadiness?

    /// A clock without a saved mark.
    ///
    /// It is for the first start of an installation. Afterwards, resume what was saved.
    public static let firstStart = TrustedClock(savedMark: nil, reading: nil)

    /// Resumes from a saved mark.
    ///
    /// - Parameter mark: The saved ``mark``.
    public init(mark: LicenseInstant) {
        self.init(savedMark: mark, reading: nil)
    }

    /// Resumes from a saved mark, and goes on from the reading that was saved with it.
    ///
    /// - Parameters:
    ///   - mark: The saved ``mark``.
    ///   - reading: The ``reading`` that was saved with it. After a restart of the machine it counts for nothing.
    public init(mark: LicenseInstant, reading: ClockReading) {
        self.init(savedMark: mark, reading: reading)
    }

    private init(savedMark: LicenseInstant?, reading: ClockReading?) {
        self.mark = savedMark
        self.reading = reading
    }

    /// The clock that is ahead, of several that were saved, such as in two files that are written in turn.
    ///
    /// - Parameter clocks: The clocks that could be read.
    /// - Returns: The one with the latest mark; of equal marks, the one whose reading is later. `nil` if there is no clock:
    ///   whether that is a first start, only the caller knows.
    public static func latest(of clocks: [TrustedClock]) -> TrustedClock? {
        clocks.max { lhs, rhs in
            lhs.mark == rhs.mark
                ? (lhs.reading?.wall ?? .earliest) < (rhs.reading?.wall ?? .earliest)
                : (lhs.mark ?? .earliest) < (rhs.mark ?? .earliest)
        }
    }

    private enum CodingKeys: CodingKey {
        case mark, reading
    }

    /// Reads a clock that was saved.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` if a member is missing or not what it must be. A mark that there is none of is `null`, and not
    ///   left out.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            savedMark: try container.decode(LicenseInstant?.self, forKey: .mark),
            reading: try container.decode(ClockReading?.self, forKey: .reading)
        )
    }

    /// Writes the mark and the latest reading.
    ///
    /// How long the wall clock has been steady is not written: after a restart the clock waits an hour again.
    ///
    /// - Parameter encoder: The encoder.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(self.mark, forKey: .mark)
        try container.encode(self.reading, forKey: .reading)
    }

    /// The time by the latest reading.
    ///
    /// `nil` before the first.
    public var now: LicenseInstant? {
        self.reading.map { max($0.wall, self.mark ?? $0.wall) }
    }

    /// Whether the mark is more than a day ahead of the wall clock: one of the two was or is wrong.
    ///
    /// It is the finding `clock-suspect`, and changes no right.
    public var isSuspect: Bool {
        guard let mark, let reading else {
            return false
        }
        return mark > reading.wall.advanced(byDays: 1)
    }

    /// `clock-suspect`, where ``isSuspect``.
    public var finding: LicenseFinding? {
        self.isSuspect ? LicenseFinding(.clockSuspect, licenseID: nil) : nil
    }

    /// Tells whether the clock of another node, read at the same moment, is more than five minutes off this one's.
    ///
    /// It is the finding `clock-suspect` too, and changes no right.
    ///
    /// - Parameter wall: What the other node's wall clock shows.
    /// - Returns: Whether one of the two must be wrong. `false` before the first reading.
    public func isSuspect(beside wall: LicenseInstant) -> Bool {
        guard let reading else {
            return false
        }
        return abs(wall.secondsSince1970 - reading.wall.secondsSince1970) > 300
    }

    /// Takes a reading of the clocks.
    ///
    /// Readings may come as often as one likes, and late ones by another thread do no harm: less than a minute older than
    /// the latest of the same start, they move nothing.
    ///
    /// - Parameter reading: What the clocks show.
    /// - Returns: The time to hold licenses to: the wall clock's or the mark, whichever is later.
    @discardableResult
    public mutating func observe(_ reading: ClockReading) -> LicenseInstant {
        var elapsed: Int64 = 0
        if let last = self.reading, reading.isSameBoot(as: last) {
            elapsed = reading.bootTime.subtractingClamped(last.bootTime)
            guard elapsed >= 0 || elapsed <= -Self.lateness else {
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
        let carried = mark.advanced(bySeconds: elapsed)
        let reachable = carried.advanced(bySeconds: elapsed)
        let raised = isSteady ? max(carried, min(reading.wall, reachable)) : carried
        self.mark = raised
        return max(reading.wall, raised)
    }

    /// Takes the time at which a verified license was signed, which is past wherever the issuer's clock was right.
    ///
    /// More than a day ahead of the wall clock of the latest reading it is not believed, nor before the first reading. Give
    /// it at each load of the licenses, and again where the wall clock may have been set since.
    ///
    /// - Parameter issuedAt: The license's `iat`.
    public mutating func observe(issuedAt: LicenseInstant) {
        guard let reading, issuedAt <= reading.wall.advanced(byDays: 1) else {
            return
        }
        self.mark = max(self.mark ?? issuedAt, issuedAt)
    }

    /// Takes the time at which the running build of the product was made, which is past.
    ///
    /// A gate does so by itself where its ``PolicyConfiguration/build`` is given. It gives a first start a mark that no
    /// license gives, and a saved mark that is older is raised to it.
    ///
    /// - Parameter builtAt: The build's time. The product's own code states it, so it is believed whatever the clocks show:
    ///   a date in the future stays in the saved mark, and a corrected build does not take it back.
    public mutating func observe(builtAt: LicenseInstant) {
        self.mark = max(self.mark ?? builtAt, builtAt)
    }

    /// By less than this a reading is late, by this or more the boot time fell.
    private static let lateness: Int64 = 60
}

extension TrustedClock: CustomStringConvertible {
    /// The mark, and whether the clock is suspect, for logs.
    public var description: String {
        "TrustedClock(mark: \(self.mark?.description ?? "none")\(self.isSuspect ? ", suspect" : ""))"
    }
}

/// How long the wall clock has kept its distance from the boot time.
///
/// A sliding window of an hour would have to remember every reading in it. This remembers since when all readings lie
/// within a minute, and the least and the greatest of them, and starts anew with the reading that does not. It is the
/// stricter of the two: what is steady since an hour or more is steady in the last hour, while a slow drift that adds up
/// to a minute makes it wait an hour where a window would not. Waiting costs nothing but a slower catching up.
private struct Steadiness: Sendable, Equatable {
    private var since: Int64
    private var low: Int64
    private var high: Int64

    init(_ reading: ClockReading) {
        self.since = reading.bootTime
        self.low = reading.offset
        self.high = reading.offset
    }

    /// Takes a reading, and tells whether the wall clock has moved less than a minute in an hour or more.
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
