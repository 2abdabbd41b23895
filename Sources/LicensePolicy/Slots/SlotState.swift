/// The state of a slot at an instant, without the distinction between base and module.
///
/// The enumeration is complete: an instant is before the license's start, before its end, before the end of its grace
/// period, or later.
public enum SlotState: String, Sendable, Hashable, Codable, CaseIterable {
    /// No license fills the slot.
    case empty

    /// The slot's license hasn't started yet.
    case pending

    /// The slot's license is current.
    case current = "inForce"

    /// The slot's license has expired but is in its grace period.
    case grace

    /// The slot's license and its grace period have ended.
    case expired

    /// Whether the slot's license is current or in its grace period.
    public var isLicensed: Bool {
        self == .current || self == .grace
    }
}
