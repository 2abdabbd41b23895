public import LicenseModel

/// One difference between the entitlements of two reports.
///
/// ```swift
/// for change in earlier.changes(to: later) where change.aspect == .status {
///     print(change)    // such as 'status of base: valid -> grace'
/// }
/// ```
public struct EntitlementChange: Sendable, Equatable {
    /// A code that identifies what differs, such as `status`.
    ///
    /// The instant and the remaining days are not aspects, because they differ every day.
    public typealias Aspect = LicenseCode<EntitlementChange>

    /// The aspect that differs, such as the status, which determines the type of the values.
    public let aspect: Aspect

    /// The slot that differs, or `nil` if the aspect does not belong to a slot.
    public let slot: LicenseSlot?

    /// The unit of a limit or quota, or `nil` for other aspects.
    public let unit: LimitUnit?

    /// The value before the change, or `nil` if the change adds a value.
    public let before: Value?

    /// The value after the change, or `nil` if the change removes the value.
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
    /// Decodes a change, such as one that another service encoded.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid, if a value does not have the type that the aspect
    ///   requires, or if a text contains control characters.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        let aspect = try container.decode(Aspect.self, forKey: "aspect")
        func value(_ key: JSONMember) throws -> Value? {
            try container.contains(key) && !container.decodeNil(forKey: key)
                ? Value(of: aspect, from: try container.superDecoder(forKey: key)) : nil
        }
        self.init(
            aspect,
            try container.decodeIfPresent(LicenseSlot.self, forKey: "slot"),
            unit: try container.decodeIfPresent(LimitUnit.self, forKey: "unit"),
            from: try value("before"),
            to: try value("after")
        )
    }

    /// Encodes the members as one object, without those that are `nil`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.aspect, forKey: "aspect")
        try container.encodeIfPresent(self.slot, forKey: "slot")
        try container.encodeIfPresent(self.unit, forKey: "unit")
        try container.encodeIfPresent(self.before, forKey: "before")
        try container.encodeIfPresent(self.after, forKey: "after")
    }

    /// The aspect, the unit, the slot and both values, for logs.
    public var description: String {
        let unit = self.unit.map { " of \($0)" } ?? ""
        let slot = self.slot.map { " of \($0)" } ?? ""
        let (before, after) = (self.before?.description ?? "nothing", self.after?.description ?? "nothing")
        return "\(self.aspect)\(unit)\(slot): \(before) -> \(after)"
    }
}
