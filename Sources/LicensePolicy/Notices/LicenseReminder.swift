public import LicenseModel

/// A login notice that a license is about to expire or has expired.
public struct LicenseReminder: Sendable, Equatable, Codable, Identifiable {
    /// What the reminder is about, such as `expiring`.
    public typealias Kind = LicenseCode<LicenseReminder>

    /// The same from day to day, so that a user interface can remember 'not now', and another once the
    /// license or what is to be said of it changes.
    public let id: String

    /// What it is about.
    public let kind: Kind

    /// The slot that it is about.
    public let subject: LicenseSlot

    /// The slot's effective license.
    public let licenseID: LicenseID

    /// The end of the slot's licenses, those that follow without a gap included; in grace, the end of the grace period.
    ///
    /// `nil` if another release wrote no end.
    public let until: LicenseInstant?

    /// How many days remain until the end that no license follows, begun days counted whole.
    ///
    /// 0 after it.
    public let daysRemaining: Int

    /// States a reminder.
    package init(
        _ kind: Kind,
        _ slot: LicenseSlot,
        _ license: LicenseID,
        daysRemaining: Int,
        until: LicenseInstant?
    ) {
        self.id = Self.idPrefix(kind, slot) + license.rawValue
        self.kind = kind
        self.subject = slot
        self.licenseID = license
        self.daysRemaining = daysRemaining
        self.until = until
    }

    private static func idPrefix(_ kind: Kind, _ slot: LicenseSlot) -> String {
        "\(kind.rawValue):\(slot):"
    }
}

extension LicenseReminder {
    /// Reads a reminder as a report writes it.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` where days are less than 0, or the id is not that of the kind, the slot and a license.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.kind = try container.decode(Kind.self, forKey: .kind)
        self.subject = try container.decode(LicenseSlot.self, forKey: .subject)
        self.licenseID = try container.decode(LicenseID.self, forKey: .licenseID)
        self.daysRemaining = try container.decodeCount(forKey: .daysRemaining)
        self.until = try container.decodeIfPresent(LicenseInstant.self, forKey: .until)
        self.id = try container.decode(String.self, forKey: .id)
        guard self.id == Self.idPrefix(self.kind, self.subject) + self.licenseID.rawValue else {
            throw DecodingError.dataCorruptedError(
                forKey: .id,
                in: container,
                debugDescription: "A reminder has an id of something else"
            )
        }
    }
}
