public import LicenseModel

/// The values of a machine's clocks at one moment.
///
/// ```swift
/// let reading = SystemLicenseClock().read()
/// print(reading.wall, reading.bootTime)
/// ```
public struct ClockReading: Sendable, Codable {
    /// The time of the wall clock, which an administrator, NTP or an empty battery can set to any value.
    public let wall: LicenseInstant

    /// The nanoseconds within the second of the wall clock, 0 to 999,999,999.
    public let nanoseconds: Int32

    /// The whole seconds since the machine started, including the time that it was suspended.
    ///
    /// An administrator cannot set it. On Linux, it is `CLOCK_BOOTTIME`.
    public let bootTime: Int64

    /// An identifier that changes with each start of the machine.
    ///
    /// It is empty if the system does not provide one. Identifiers are compared by their bytes.
    public let bootID: String

    /// Creates a reading from the values of the clocks.
    ///
    /// - Parameters:
    ///   - wall: The time of the wall clock.
    ///   - nanoseconds: The nanoseconds within its second, clamped to 0 to 999,999,999.
    ///   - bootTime: The whole seconds since the machine started, including the time that it was suspended.
    ///   - bootID: An identifier that changes with each start of the machine, or an empty string.
    public init(wall: LicenseInstant, nanoseconds: Int32 = 0, bootTime: Int64, bootID: String) {
        self.wall = wall
        self.nanoseconds = min(max(nanoseconds, 0), 999_999_999)
        self.bootTime = bootTime
        self.bootID = bootID
    }

    /// Creates a reading from its saved form.
    ///
    /// Nanoseconds that are out of range are clamped.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.init(
            wall: try container.decode(LicenseInstant.self, forKey: "wall"),
            nanoseconds: try container.decode(Int32.self, forKey: "nanoseconds"),
            bootTime: try container.decode(Int64.self, forKey: "bootTime"),
            bootID: try container.decode(String.self, forKey: "bootID")
        )
    }

    /// Encodes the members as one object, without those that are `nil`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.wall, forKey: "wall")
        try container.encode(self.nanoseconds, forKey: "nanoseconds")
        try container.encode(self.bootTime, forKey: "bootTime")
        try container.encode(self.bootID, forKey: "bootID")
    }

    /// The seconds by which the wall clock is ahead of the boot time.
    ///
    /// The offset changes only when the wall clock is set: slewing by NTP affects both clocks.
    var offset: Int64 {
        self.wall.secondsSince1970.subtractingClamped(self.bootTime)
    }

    /// Returns whether another reading has the same boot identifier.
    ///
    /// Two readings without an identifier have the same one.
    func isSameBoot(as other: ClockReading) -> Bool {
        self.bootID.hasBytes(of: other.bootID)
    }

    /// Returns whether this reading has the same boot identifier as another reading, and a boot time that is not lower.
    func follows(_ other: ClockReading) -> Bool {
        self.bootTime >= other.bootTime && self.isSameBoot(as: other)
    }
}

extension ClockReading: Equatable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public static func == (lhs: ClockReading, rhs: ClockReading) -> Bool {
        lhs.wall == rhs.wall && lhs.nanoseconds == rhs.nanoseconds && lhs.bootTime == rhs.bootTime
            && lhs.isSameBoot(as: rhs)
    }
}
