public import LicenseModel

/// What a machine's clocks show at one moment.
public struct ClockReading: Sendable, Codable {
    /// The time of day, which an administrator, NTP or an empty battery can set to anything.
    public let wall: LicenseInstant

    /// The nanoseconds of the wall clock's second, 0 to 999,999,999.
    public let nanoseconds: Int32

    /// Whole seconds since the machine started, the time that it slept included.
    ///
    /// Nobody sets it. `CLOCK_BOOTTIME` on Linux.
    public let bootTime: Int64

    /// A name that is another after each start of the machine.
    ///
    /// Empty where the system tells none. Names are compared by their bytes.
    public let bootID: String

    /// States what the clocks show.
    ///
    /// - Parameters:
    ///   - wall: The time of day.
    ///   - nanoseconds: The nanoseconds of its second; what lies outside 0 to 999,999,999 is moved to the nearer end.
    ///   - bootTime: Whole seconds since the machine started, sleep included.
    ///   - bootID: A name that is another after each start of the machine, or nothing.
    public init(wall: LicenseInstant, nanoseconds: Int32 = 0, bootTime: Int64, bootID: String) {
        self.wall = wall
        self.nanoseconds = min(max(nanoseconds, 0), 999_999_999)
        self.bootTime = bootTime
        self.bootID = bootID
    }

    /// Reads a reading that was saved.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` if a member is missing or not what it must be.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            wall: try container.decode(LicenseInstant.self, forKey: .wall),
            nanoseconds: try container.decode(Int32.self, forKey: .nanoseconds),
            bootTime: try container.decode(Int64.self, forKey: .bootTime),
            bootID: try container.decode(String.self, forKey: .bootID)
        )
    }

    /// By how much the wall clock is ahead of the boot time.
    ///
    /// It stays the same until somebody sets the wall clock: slewing by NTP goes into both.
    var offset: Int64 {
        self.wall.secondsSince1970.subtractingClamped(self.bootTime)
    }

    /// Tells whether another reading is of the same start of the machine, as far as the names say.
    func isSameBoot(as other: ClockReading) -> Bool {
        self.bootID.hasBytes(of: other.bootID)
    }
}

extension ClockReading: Equatable {
    /// Compares two readings, the names of the start by their bytes.
    ///
    /// - Parameters:
    ///   - lhs: A reading.
    ///   - rhs: Another reading.
    /// - Returns: Whether they are equal.
    public static func == (lhs: ClockReading, rhs: ClockReading) -> Bool {
        lhs.wall == rhs.wall && lhs.nanoseconds == rhs.nanoseconds && lhs.bootTime == rhs.bootTime
            && lhs.isSameBoot(as: rhs)
    }
}
