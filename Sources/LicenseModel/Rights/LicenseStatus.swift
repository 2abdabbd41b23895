/// What a person is told about a slot (licence guide, rows 7 to 14).
public enum LicenseStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// No base licence is loaded, 未授权.
    case none

    /// No licence for the module is loaded, 未激活.
    case notActivated

    /// The licence starts in the future, 未生效.
    case notYetValid

    /// The base licence is in force, 有效.
    case valid

    /// The module's licence is in force, 已激活.
    case activated

    /// The licence has expired and its grace runs, 宽限期.
    case grace

    /// The licence has expired, 过期.
    case expired

    /// The status of a slot.
    ///
    /// - Parameters:
    ///   - state: How the slot stands.
    ///   - slot: The slot.
    public init(_ state: SlotState, of slot: Slot) {
        switch (state, slot) {
        case (.empty, .base): self = .none
        case (.empty, .module): self = .notActivated
        case (.pending, _): self = .notYetValid
        case (.inForce, .base): self = .valid
        case (.inForce, .module): self = .activated
        case (.grace, _): self = .grace
        case (.expired, _): self = .expired
        }
    }
}
