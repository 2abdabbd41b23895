public import LicenseModel

/// A limit that an addition would exceed, with the current usage and the requested amount.
///
/// ```swift
/// for shortage in denial.reasons.flatMap(\.shortages) {
///     print(shortage.unit, shortage.used, "of", shortage.limit, "in use,", shortage.requested, "requested")
/// }
/// ```
public struct LimitShortage: Sendable, Hashable, Codable {
    /// The unit that the limit is for.
    public let unit: LimitUnit

    /// The limit of the base license or community grant.
    public let limit: Int

    /// The current usage that counts against the limit, at least 0, without the usage that plus licenses cover.
    public let used: Int

    /// The number of units that were requested, 1 or more.
    public let requested: Int

    /// Creates a shortage, for example in a unit test of your product.
    ///
    /// - Parameters:
    ///   - unit: The unit that the limit is for.
    ///   - limit: The limit of the base license or community grant.
    ///   - used: The current usage that counts against the limit.
    ///   - requested: The number of units that were requested, 1 or more.
    public init(unit: LimitUnit, limit: Int, used: Int, requested: Int) {
        self.unit = unit
        self.limit = limit
        self.used = used
        self.requested = requested
    }
}

extension LimitShortage {
    /// Decodes a shortage, and checks the range of its numbers.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid, if the limit or usage is less than 0, or if less than
    ///   1 was requested.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.unit = try container.decode(LimitUnit.self, forKey: "unit")
        self.limit = try container.decodeCount(forKey: "limit")
        self.used = try container.decodeCount(forKey: "used")
        self.requested = try container.decodeCount(forKey: "requested", atLeast: 1)
    }

    /// Encodes the members as one object, without those that are `nil`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.unit, forKey: "unit")
        try container.encode(self.limit, forKey: "limit")
        try container.encode(self.used, forKey: "used")
        try container.encode(self.requested, forKey: "requested")
    }
}
