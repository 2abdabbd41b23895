public import LicenseModel

/// One thing that differs between two reports.
public struct EntitlementChange: Sendable, Equatable {
    /// The name of what can differ, such as `status`.
    ///
    /// The days that remain and the instant are not among them: they differ every day.
    public typealias Aspect = LicenseCode<EntitlementChange>

    /// What differs.
    public let aspect: Aspect

    /// The slot, `nil` for what concerns none.
    public let slot: LicenseSlot?

    /// The unit of a limit or a quota, `nil` for other aspects.
    public let unit: LimitUnit?

    /// What it was, or `nil` where there was nothing.
    public let before: Value?

    /// What it becomes, or `nil` where there is nothing.
    public let after: Value?

    init(_ aspect: Aspect, _ slot: LicenseSlot?, unit: LimitUnit? = nil, from before: Value?, to after: Value?) {
        self.aspect = aspect
        self.slot = slot
        self.unit = unit
        self.before = before
        self.after = after
    }
}

extension EntitlementChange: Codable, CustomStringConvertible {
    private enum CodingKeys: CodingKey {
        case aspect, slot, unit, before, after
    }

    /// Reads a change as another service writes it.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` if a value is not of its aspect's kind, or a text holds control characters.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let aspect = try container.decode(Aspect.self, forKey: .aspect)
        func value(_ key: CodingKeys) throws -> Value? {
            try container.contains(key) && !container.decodeNil(forKey: key)
                ? Value(of: aspect, from: try container.superDecoder(forKey: key)) : nil
        }
        self.init(
            aspect,
            try container.decodeIfPresent(LicenseSlot.self, forKey: .slot),
            unit: try container.decodeIfPresent(LimitUnit.self, forKey: .unit),
            from: try value(.before),
            to: try value(.after)
        )
    }

    /// The aspect, the slot, the unit, and what it was and becomes, for logs.
    public var description: String {
        let unit = self.unit.map { " of \($0)" } ?? ""
        let slot = self.slot.map { " of \($0)" } ?? ""
        let (before, after) = (self.before?.description ?? "nothing", self.after?.description ?? "nothing")
        return "\(self.aspect)\(unit)\(slot): \(before) -> \(after)"
    }
}
