/// How a slot stands at an instant.
public enum SlotState: String, Sendable, Hashable, Codable, CaseIterable {
    /// No licence fills it.
    case empty

    /// Its licence is not in force yet.
    case pending

    /// Its licence is in force.
    case inForce

    /// Its licence has expired, and the grace that it grants still runs.
    case grace

    /// Its licence has expired.
    case expired

    /// Whether the slot counts as licensed: in force or in grace.
    public var isLicensed: Bool {
        self == .inForce || self == .grace
    }
}
