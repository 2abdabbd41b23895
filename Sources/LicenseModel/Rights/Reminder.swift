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
        self.id = "\(kind.rawValue):\(slot):\(license)"
        self.kind = kind
        self.subject = slot
        self.daysRemaining = daysRemaining
    }
}
