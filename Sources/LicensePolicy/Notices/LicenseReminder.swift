public import LicenseModel

/// A login notice that a license is about to expire or has expired.
public struct LicenseReminder: Sendable, Hashable, Codable, Identifiable {
    /// What the reminder is about.
    public struct Kind: OpenCode {
        /// The kind's name, such as `expiring`.
        public let rawValue: String

        /// Takes a kind's name, whether or not this release knows it.
        ///
        /// - Parameter rawValue: The name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The license ends soon, and none follows it.
        public static let expiring = Kind(rawValue: "expiring")

        /// The license has expired, and its grace period runs.
        public static let grace = Kind(rawValue: "grace")

        /// The license has expired.
        public static let expired = Kind(rawValue: "expired")

        /// The kinds of this release.
        public static let known: [Kind] = [.expiring, .grace, .expired]
    }

    /// The same from day to day, so that a user interface can remember 'not now', 暂不处理, and another once the
    /// license or what is to be said of it changes.
    public let id: String

    /// What it is about.
    public let kind: Kind

    /// The slot that it is about.
    public let subject: LicenseSlot

    /// How many days remain until the end that no license follows, begun days counted whole.
    ///
    /// 0 after it.
    public let daysRemaining: Int

    /// States a reminder.
    package init(kind: Kind, slot: LicenseSlot, license: LicenseID, daysRemaining: Int) {
        self.id = Self.idPrefix(kind, slot) + license.rawValue
        self.kind = kind
        self.subject = slot
        self.daysRemaining = daysRemaining
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
