/// Something that a product asks leave for: an operation, on the core or a module, and perhaps of one named function.
///
/// Give the capabilities of a product names once, and use the names:
///
/// ```swift
/// extension Capability {
///     static let viewVMware = Capability.view(.module(.vmware))
/// }
/// ```
public struct Capability: Sendable, Hashable {
    /// The kinds of things that a licence rules.
    public enum Operation: String, Sendable, Hashable, Codable, CaseIterable {
        /// Look at something.
        case view

        /// Change something. Reconnecting a host or a storage is a change too (licence guide, rows 40 to 43).
        case operate

        /// Let what runs go on (licence guide, row 39). It is always allowed.
        case keepRunning

        /// Get out of trouble: import, delete and reload licences, delete hosts, export, audit, security controls.
        /// It is always allowed.
        case recover
    }

    /// What is done.
    public let operation: Operation

    /// To what it is done.
    ///
    /// The base stands for the core functions.
    public let slot: Slot

    /// The function that it belongs to, where licences may name that function one by one.
    public let feature: Feature?

    /// Makes a capability.
    ///
    /// - Parameters:
    ///   - operation: What is done.
    ///   - slot: To what it is done.
    ///   - feature: The function that it belongs to, if licences may name it.
    public init(_ operation: Operation, _ slot: Slot, feature: Feature? = nil) {
        self.operation = operation
        self.slot = slot
        self.feature = feature
    }

    /// Looking at something.
    ///
    /// - Parameters:
    ///   - slot: At what.
    ///   - feature: The function that it belongs to, if licences may name it.
    /// - Returns: The capability.
    public static func view(_ slot: Slot, feature: Feature? = nil) -> Capability {
        Capability(.view, slot, feature: feature)
    }

    /// Changing something.
    ///
    /// - Parameters:
    ///   - slot: What.
    ///   - feature: The function that it belongs to, if licences may name it.
    /// - Returns: The capability.
    public static func operate(_ slot: Slot, feature: Feature? = nil) -> Capability {
        Capability(.operate, slot, feature: feature)
    }

    /// Letting what runs go on.
    ///
    /// - Parameter slot: What runs.
    /// - Returns: The capability, which is always allowed.
    public static func keepRunning(_ slot: Slot) -> Capability {
        Capability(.keepRunning, slot)
    }

    /// Getting out of trouble.
    ///
    /// - Parameter slot: Where.
    /// - Returns: The capability, which is always allowed.
    public static func recover(_ slot: Slot) -> Capability {
        Capability(.recover, slot)
    }
}

extension Capability: CustomStringConvertible {
    /// The operation, the slot and the feature, such as `operate vmware (clone)`.
    public var description: String {
        "\(self.operation.rawValue) \(self.slot)" + (self.feature.map { " (\($0))" } ?? "")
    }
}
