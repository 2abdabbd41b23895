/// What becomes of a module's entry in a menu.
public enum MenuState: String, Sendable, Hashable, Codable, CaseIterable {
    /// The entry is not there.
    case hidden

    /// The entry is there and can be entered.
    case shown

    /// The entry is there and cannot be entered.
    case forbidden

    /// The state of a module's menu entry.
    ///
    /// - Parameter state: How the module's slot stands.
    public init(_ state: SlotState) {
        switch state {
        case .empty, .pending: self = .hidden
        case .inForce, .grace: self = .shown
        case .expired: self = .forbidden
        }
    }
}
