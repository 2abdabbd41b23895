public import LicenseModel

extension LicenseStatus {
    /// Creates the status that users see for the state of a slot.
    ///
    /// - Parameters:
    ///   - state: The state of the slot.
    ///   - slot: The base or a module, which have different statuses for a missing and for a current license.
    public init(_ state: SlotState, of slot: LicenseSlot) {
        switch (state, slot) {
        case (.empty, .base): self = .unlicensed
        case (.empty, .module): self = .notActivated
        case (.pending, _): self = .notYetValid
        case (.current, .base): self = .valid
        case (.current, .module): self = .activated
        case (.grace, _): self = .grace
        case (.expired, _): self = .expired
        }
    }
}
