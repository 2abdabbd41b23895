/// The visibility of a module's entry in a menu.
public enum MenuState: String, Sendable, Hashable, Codable {
    /// The menu does not show the entry.
    case hidden

    /// The menu shows the entry, and users can open it.
    case shown

    /// The menu shows the entry, but users cannot open it.
    case forbidden

    /// Creates the menu state for the state of a module's slot.
    ///
    /// - Parameter state: The state of the module's slot.
    package init(_ state: SlotState) {
        switch state {
        case .empty, .pending: self = .hidden
        case .current, .grace: self = .shown
        case .expired: self = .forbidden
        }
    }
}
