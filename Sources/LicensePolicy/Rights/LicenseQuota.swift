public import LicenseModel

/// How much of a unit the base license covers, and how much of that is left.
public struct LicenseQuota: Sendable, Equatable, Codable {
    /// What is counted.
    public let unit: LimitUnit

    /// How many are covered.
    public let licensed: License.Limit

    /// How many are in use, those that module licenses cover included.
    public let used: Int

    /// How many of those module licenses cover, so that they do not count here.
    public let absorbed: Int

    init(unit: LimitUnit, licensed: License.Limit, used: Int, absorbed: Int) {
        self.unit = unit
        self.licensed = licensed
        self.used = used
        self.absorbed = absorbed
    }

    /// How many count against the limit.
    public var counted: Int {
        max(0, self.used - self.absorbed)
    }

    /// How many more are covered, never below 0.
    public var available: License.Limit {
        switch self.licensed {
        case .unlimited: .unlimited
        case .count(let limit): .count(max(0, limit - self.counted))
        }
    }

    /// How many are in use beyond what is covered.
    ///
    /// It stops only adding.
    public var over: Int {
        switch self.licensed {
        case .unlimited: 0
        case .count(let limit): max(0, self.counted - limit)
        }
    }
}

extension LicenseQuota {
    private enum CodingKeys: CodingKey {
        case unit, licensed, used, absorbed, counted, available, over
    }

    /// Writes what is licensed and used, and what follows from it.
    ///
    /// - Parameter encoder: The encoder.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(self.unit, forKey: .unit)
        try container.encode(self.licensed, forKey: .licensed)
        try container.encode(self.used, forKey: .used)
        try container.encode(self.absorbed, forKey: .absorbed)
        try container.encode(self.counted, forKey: .counted)
        try container.encode(self.available, forKey: .available)
        try container.encode(self.over, forKey: .over)
    }

    /// Reads a quota as a report writes it.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` where a number is less than 0.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.unit = try container.decode(LimitUnit.self, forKey: .unit)
        self.licensed = try container.decode(License.Limit.self, forKey: .licensed)
        self.used = try container.decodeCount(forKey: .used)
        self.absorbed = try container.decodeCount(forKey: .absorbed)
    }
}
