public import LicenseModel

/// By how much an addition would go over a limit.
public struct LimitShortage: Sendable, Hashable, Codable {
    /// What is counted.
    public let unit: LimitUnit

    /// How many the base license covers.
    public let limit: Int

    /// How many count against the limit now, without those that module licenses cover.
    public let used: Int

    /// How many were to be added.
    public let requested: Int

    /// Says by how much an addition would go over a limit.
    ///
    /// - Parameters:
    ///   - unit: What is counted.
    ///   - limit: How many the base license covers.
    ///   - used: How many count against the limit now.
    ///   - requested: How many were to be added.
    public init(unit: LimitUnit, limit: Int, used: Int, requested: Int) {
        self.unit = unit
        self.limit = limit
        self.used = used
        self.requested = requested
    }
}

extension LimitShortage {
    /// Reads a shortage as a report writes it.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` where a number is less than 0, or nothing was requested.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.unit = try container.decode(LimitUnit.self, forKey: .unit)
        self.limit = try container.decodeCount(forKey: .limit)
        self.used = try container.decodeCount(forKey: .used)
        self.requested = try container.decodeCount(forKey: .requested, atLeast: 1)
    }
}
