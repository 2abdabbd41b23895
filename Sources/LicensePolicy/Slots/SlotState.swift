/// The state of a slot at an instant.
///
/// It is closed: a license is before its start, before its end, before the end of its grace period, or after it.
public enum SlotState: String, Sendable, Hashable, Codable, CaseIterable {
    /// No license fills it.
    case empty

    /// Its license is not in force yet.
    case pending

    /// Its license is in force.
    case inForce

    /// Its license has expired, and the grace that it grants still runs.
    case grace

    /// Its license has expired.
    case expired

    /// Whether the slot counts as licensed: in force or in grace.
    public var isLicensed: Bool {
        self == .inForce || self == .grace
    }
}
