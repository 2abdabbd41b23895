public import LicenseModel

/// The limit of a unit in the base license or community grant, together with the current usage.
///
/// Usage that plus licenses cover does not count against the base license. The rest, ``counted``, does:
///
/// ```swift
/// for quota in gate.entitlements.quotas(given: usage) where quota.overage > 0 {
///     print("\(quota.unit): \(quota.counted) of \(quota.licensed), \(quota.overage) over the limit")
/// }
/// ```
public struct LicenseQuota: Sendable, Equatable, Codable {
    /// The unit that the quota is for.
    public let unit: LimitUnit

    /// The limit of the base license or community grant.
    public let licensed: License.Limit

    /// The total usage, at least 0, including the usage that plus licenses cover.
    public let used: Int

    /// The usage that plus licenses cover, which does not count against the base license.
    public let coveredByModules: Int

    init(unit: LimitUnit, licensed: License.Limit, used: Int, coveredByModules: Int) {
        self.unit = unit
        self.licensed = licensed
        self.used = used
        self.coveredByModules = coveredByModules
    }

    /// The usage that counts against the limit: ``used`` minus ``coveredByModules``, at least 0.
    public var counted: Int {
        max(0, self.used - self.coveredByModules)
    }

    /// The number of units that can still be added within the limit, at least 0.
    public var available: License.Limit {
        switch self.licensed {
        case .unlimited: .unlimited
        case .count(let limit): .count(max(0, limit - self.counted))
        }
    }

    /// The overage: the number of units by which the counted usage exceeds the limit, or 0 if it does not.
    ///
    /// An overage prevents only additions of this unit. Existing objects are not affected.
    public var overage: Int {
        switch self.licensed {
        case .unlimited: 0
        case .count(let limit): max(0, self.counted - limit)
        }
    }
}

extension LicenseQuota {
    /// Encodes the quota, including the computed values `counted`, `available` and `over`.
    ///
    /// The members for ``coveredByModules`` and ``overage`` are named `absorbed` and `over`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.unit, forKey: "unit")
        try container.encode(self.licensed, forKey: "licensed")
        try container.encode(self.used, forKey: "used")
        try container.encode(self.coveredByModules, forKey: "absorbed")
        try container.encode(self.counted, forKey: "counted")
        try container.encode(self.available, forKey: "available")
        try container.encode(self.overage, forKey: "over")
    }

    /// Decodes a quota, and computes `counted`, `available` and `over` again.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid, or if a number is less than 0.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.unit = try container.decode(LimitUnit.self, forKey: "unit")
        self.licensed = try container.decode(License.Limit.self, forKey: "licensed")
        self.used = try container.decodeCount(forKey: "used")
        self.coveredByModules = try container.decodeCount(forKey: "absorbed")
    }
}
