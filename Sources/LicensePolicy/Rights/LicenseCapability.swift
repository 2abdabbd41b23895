public import LicenseModel

/// An operation on the core or a module, optionally on one feature, that licenses can permit.
///
/// Give the capabilities of a product names once, and use the names:
///
/// ```swift
/// extension LicenseCapability {
///     static let replicate = LicenseCapability.operate(.module("replication"))
/// }
/// ```
public struct LicenseCapability: Sendable, Hashable, Codable {
    /// The kinds of things that a license rules.
    public enum Operation: String, Sendable, Hashable, Codable, CaseIterable {
        /// Look at something.
        ///
        /// The core can always be looked at, without any license, and a module while its own license is in force or in grace,
        /// without a base. A function that is sold is ``operate``, even if it only reads.
        case view

        /// Change something, or use a function that is sold.
        case operate

        /// Let what runs go on. It is always allowed.
        case keepRunning

        /// Get out of trouble: import, delete and reload licenses, delete what is counted, export, audit, security controls.
        /// It is always allowed.
        case recover
    }

    /// What is done.
    public let operation: Operation

    /// To what it is done.
    ///
    /// The base stands for the core functions.
    public let slot: LicenseSlot

    /// The function that it belongs to, where licenses may name that function one by one.
    public let feature: License.Feature?

    /// Makes a capability on the core or a module.
    ///
    /// - Parameters:
    ///   - operation: What is done.
    ///   - slot: To what it is done.
    public init(_ operation: Operation, _ slot: LicenseSlot) {
        self.operation = operation
        self.slot = slot
        self.feature = nil
    }

    /// Makes a capability on one feature, which licenses may list.
    ///
    /// - Parameters:
    ///   - operation: What is done.
    ///   - slot: To what it is done.
    ///   - feature: The feature. It is not optional: a name that could not be converted must not be left unchecked.
    public init(_ operation: Operation, _ slot: LicenseSlot, feature: License.Feature) {
        self.operation = operation
        self.slot = slot
        self.feature = feature
    }

    /// Looking at something: at the core always, at a module while it is licensed.
    ///
    /// A function that is sold is ``operate(_:)``, even if it only reads.
    ///
    /// - Parameter slot: At what.
    /// - Returns: The capability.
    public static func view(_ slot: LicenseSlot) -> LicenseCapability {
        LicenseCapability(.view, slot)
    }

    /// Looking at what belongs to a feature.
    ///
    /// - Parameters:
    ///   - slot: At what.
    ///   - feature: The feature.
    /// - Returns: The capability.
    public static func view(_ slot: LicenseSlot, feature: License.Feature) -> LicenseCapability {
        LicenseCapability(.view, slot, feature: feature)
    }

    /// Changing something.
    ///
    /// - Parameter slot: What.
    /// - Returns: The capability.
    public static func operate(_ slot: LicenseSlot) -> LicenseCapability {
        LicenseCapability(.operate, slot)
    }

    /// Changing what belongs to a feature.
    ///
    /// - Parameters:
    ///   - slot: What.
    ///   - feature: The feature.
    /// - Returns: The capability.
    public static func operate(_ slot: LicenseSlot, feature: License.Feature) -> LicenseCapability {
        LicenseCapability(.operate, slot, feature: feature)
    }

    /// Letting what runs go on.
    ///
    /// - Parameter slot: What runs.
    /// - Returns: The capability, which is always allowed.
    public static func keepRunning(_ slot: LicenseSlot) -> LicenseCapability {
        LicenseCapability(.keepRunning, slot)
    }

    /// Getting out of trouble.
    ///
    /// - Parameter slot: Where.
    /// - Returns: The capability, which is always allowed.
    public static func recover(_ slot: LicenseSlot) -> LicenseCapability {
        LicenseCapability(.recover, slot)
    }
}

extension LicenseCapability: CustomStringConvertible {
    /// The operation, the slot and the feature, such as `operate replication (clone)`.
    public var description: String {
        "\(self.operation.rawValue) \(self.slot)" + (self.feature.map { " (\($0))" } ?? "")
    }
}
