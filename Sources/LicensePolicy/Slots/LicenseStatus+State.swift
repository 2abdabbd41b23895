public import LicenseModel

extension LicenseStatus {
    /// The status of a slot.
    ///
    /// - Parameters:
    ///   - state: The slot's state.
    ///   - slot: The slot.
    public init(_ state: SlotState, of slot: LicenseSlot) {
        switch (state, slot) {
        case (.empty, .base): self = .unlicensed
        case (.empty, .module): self = .notActivated
        case (.pending, _): self = .notYetValid
        case (.inForce, .base): self = .valid
        case (.inForce, .module): self = .activated
        case (.grace, _): self = .grace
        case (.expired, _): self = .expired
        }
    }
}
