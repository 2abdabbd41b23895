/// Word to a person at login that a licence ends or has ended (licence guide, rows 32 to 38).
public struct Reminder: Sendable, Equatable, Codable, Identifiable {
    /// What the reminder is about.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// The licence ends soon, and none follows it.
        case expiring

        /// The licence has expired, and its grace runs.
        case grace

        /// The licence has expired.
        case expired
    }

    /// The same from day to day, so that a user interface can remember 'not now', 暂不处理, and another once the
    /// licence or what is to be said of it changes.
    public let id: String

    /// What it is about.
    public let kind: Kind

    /// The slot that it is about.
    public let subject: Slot

    /// How many days remain until the end that no licence follows, begun days counted whole.
    ///
    /// 0 after it.
    public let daysRemaining: Int

    /// States a reminder.
    package init(kind: Kind, slot: Slot, license: LicenseID, daysRemaining: Int) {
        self.id = Self.idPrefix(kind, slot) + license.rawValue
        self.kind = kind
        self.subject = slot
        self.daysRemaining = daysRemaining
    }

    private static func idPrefix(_ kind: Kind, _ slot: Slot) -> String {
        "\(kind.rawValue):\(slot):"
    }
}

extension Reminder {
    /// Reads a reminder as a report writes it.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` where days are less than 0, or the id is not that of the kind, the slot and a license.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.kind = try container.decode(Kind.self, forKey: .kind)
        self.subject = try container.decode(Slot.self, forKey: .subject)
        self.daysRemaining = try container.decodeCount(forKey: .daysRemaining)
        self.id = try container.decode(String.self, forKey: .id)
        let prefix = Self.idPrefix(self.kind, self.subject)
        guard self.id.utf8.starts(with: prefix.utf8),
            LicenseID(rawValue: String(decoding: self.id.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)) != nil
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .id,
                in: container,
                debugDescription: "A reminder has an id of something else"
            )
        }
    }
}
