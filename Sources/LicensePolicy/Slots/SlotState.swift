/// The state of the base or of a module at an instant.
///
/// Later releases do not add cases: an instant is before the license's start, before its end, before the end of its
/// grace period, or later.
public enum SlotState: String, Sendable, Hashable, Codable {
    /// No license fills the slot.
    case empty

    /// The slot's license has not started yet.
    case pending

    /// The slot's license is current.
    ///
    /// It is encoded as `inForce`.
    case current = "inForce"

    /// The slot's license has expired but is in its grace period.
    case grace

    /// The slot's license has expired, and its grace period, if any, has ended.
    case expired

    /// Whether the slot's license is current or in its grace period.
    package var isLicensed: Bool {
        self == .current || self == .grace
    }
}
