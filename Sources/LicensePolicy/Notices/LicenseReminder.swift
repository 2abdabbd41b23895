public import LicenseModel

/// A login notice that a license is about to expire or has expired.
///
/// ```swift
/// for reminder in gate.entitlements.reminders {
///     print(catalog.text(of: reminder.message).english)
/// }
/// ```
public struct LicenseReminder: Sendable, Equatable, Codable, Identifiable {
    /// A code that identifies a kind of reminder, such as `expiring`.
    public typealias Kind = LicenseCode<LicenseReminder>

    /// A stable identifier, which a user interface can store to dismiss the reminder.
    ///
    /// It does not change from day to day. It changes when the kind or the license changes.
    public let id: String

    /// The code that identifies whether the license ends soon, is in its grace period or has expired.
    public let kind: Kind

    /// The slot that the reminder is about.
    public let slot: LicenseSlot

    /// The ID of the slot's effective license.
    public let licenseID: LicenseID

    /// The end of the slot's coverage, including licenses that follow without a gap, or the end of the grace period.
    ///
    /// It is the end of the grace period only if the kind is `grace`. Every reminder that this release creates has an
    /// end. `nil` if a decoded reminder has no end.
    public let until: LicenseInstant?

    /// The number of days until the end of the slot's coverage, rounded up, or 0 after the end.
    ///
    /// It is 0 in the grace period.
    public let daysRemaining: Int

    /// The number of days until ``until``, rounded up, or 0 after the end.
    ///
    /// In the grace period, these are the days until it ends. For other kinds, it is equal to ``daysRemaining``.
    public let daysUntilEnd: Int

    /// Creates a reminder, and derives its stable identifier.
    package init(
        _ kind: Kind,
        _ slot: LicenseSlot,
        _ license: LicenseID,
        daysRemaining: Int,
        daysUntilEnd: Int? = nil,
        until: LicenseInstant?
    ) {
        self.id = Self.idPrefix(kind, slot) + license.rawValue
        self.kind = kind
        self.slot = slot
        self.licenseID = license
        self.daysRemaining = daysRemaining
        self.daysUntilEnd = daysUntilEnd ?? daysRemaining
        self.until = until
    }

    private static func idPrefix(_ kind: Kind, _ slot: LicenseSlot) -> String {
        "\(kind.rawValue):\(slot):"
    }
}

extension LicenseReminder {
    /// Decodes a reminder, and checks its identifier.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid, if the number of days is less than 0, or if the
    ///   identifier does not match the kind, the slot and the license.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.kind = try container.decode(Kind.self, forKey: "kind")
        self.slot = try container.decode(LicenseSlot.self, forKey: "subject")
        self.licenseID = try container.decode(LicenseID.self, forKey: "licenseID")
        self.daysRemaining = try container.decodeCount(forKey: "daysRemaining")
        self.daysUntilEnd = try container.decodeCountIfPresent(forKey: "daysUntilEnd") ?? self.daysRemaining
        self.until = try container.decodeIfPresent(LicenseInstant.self, forKey: "until")
        self.id = try container.decode(String.self, forKey: "id")
        guard self.id == Self.idPrefix(self.kind, self.slot) + self.licenseID.rawValue else {
            throw DecodingError.dataCorruptedError(
                forKey: "id",
                in: container,
                debugDescription: "The id of a reminder must match its kind, subject and license"
            )
        }
    }

    /// Encodes the members as one object, without those that are `nil`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.id, forKey: "id")
        try container.encode(self.kind, forKey: "kind")
        try container.encode(self.slot, forKey: "subject")
        try container.encode(self.licenseID, forKey: "licenseID")
        try container.encodeIfPresent(self.until, forKey: "until")
        try container.encode(self.daysRemaining, forKey: "daysRemaining")
        try container.encode(self.daysUntilEnd, forKey: "daysUntilEnd")
    }
}
