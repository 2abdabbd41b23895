public import LicenseModel

/// A value, and what people read about it in the languages of the product's catalog.
///
/// The value's members are its own members, in Swift and in JSON: `reminder.daysRemaining` beside `reminder.message`.
@dynamicMemberLookup
public struct Localized<Value: Sendable & Equatable & Codable>: Sendable, Equatable {
    /// The value.
    public let value: Value

    /// What people read about it.
    public let message: LocalizedText

    /// What to do about it.
    ///
    /// `nil` if the message says it, or there is nothing to do. Each reason of a denial has one.
    public let remedy: LocalizedText?

    init(_ value: Value, _ message: LocalizedText, remedy: LocalizedText? = nil) {
        self.value = value
        self.message = message
        self.remedy = remedy
    }

    /// A member of the value.
    public subscript<Member>(dynamicMember member: KeyPath<Value, Member>) -> Member {
        self.value[keyPath: member]
    }
}

extension Localized: Codable {
    private enum CodingKeys: CodingKey {
        case message, remedy
    }

    /// Reads the value's members, `message` and `remedy` of one object.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` if a member is missing or is not what it must be.
    public init(from decoder: any Decoder) throws {
        self.value = try Value(from: decoder)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.message = try container.decode(LocalizedText.self, forKey: .message)
        self.remedy = try container.decodeIfPresent(LocalizedText.self, forKey: .remedy)
    }

    /// Writes the value's members, `message` and `remedy` into one object.
    ///
    /// - Parameter encoder: The encoder.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        try self.value.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(self.message, forKey: .message)
        try container.encodeIfPresent(self.remedy, forKey: .remedy)
    }
}
