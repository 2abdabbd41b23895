public import LicenseModel

/// A value together with its message in each of the catalog's languages.
///
/// You can access the value's members directly. In JSON, they are members of the same object as the message:
///
/// ```swift
/// for reminder in report.reminders {
///     print(reminder.daysRemaining, reminder.message.english)
/// }
/// ```
@dynamicMemberLookup
public struct LicenseNotice<Value: Sendable & Equatable & Codable>: Sendable, Equatable {
    /// The value that the message describes, such as a reminder or a finding.
    public let value: Value

    /// The message that describes the value, in each of the catalog's languages.
    public let message: LocalizedText

    /// The remedy: what an administrator can do about the value.
    ///
    /// Every reason of a denial has a remedy. `nil` for other values.
    public let remedy: LocalizedText?

    init(_ value: Value, _ message: LocalizedText, remedy: LocalizedText? = nil) {
        self.value = value
        self.message = message
        self.remedy = remedy
    }

    /// Accesses a member of the value directly.
    ///
    /// - Parameter member: The key path of the member.
    public subscript<Member>(dynamicMember member: KeyPath<Value, Member>) -> Member {
        self.value[keyPath: member]
    }
}

extension LicenseNotice: Codable {
    /// Decodes the value's members, `message` and `remedy` from one object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid.
    public init(from decoder: any Decoder) throws {
        self.value = try Value(from: decoder)
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.message = try container.decode(LocalizedText.self, forKey: "message")
        self.remedy = try container.decodeIfPresent(LocalizedText.self, forKey: "remedy")
    }

    /// Encodes the value's members, `message` and `remedy` into one object.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        try self.value.encode(to: encoder)
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.message, forKey: "message")
        try container.encodeIfPresent(self.remedy, forKey: "remedy")
    }
}
