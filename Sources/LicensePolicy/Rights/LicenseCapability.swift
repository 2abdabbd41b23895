public import LicenseModel

/// An operation on the core or a module, optionally on one feature, that a license can permit.
///
/// Define your product's capabilities once, as constants, and check them by name:
///
/// ```swift
/// extension LicenseCapability {
///     static let replicate = LicenseCapability.operate(.module("replication"))
/// }
///
/// try gate.entitlements.decision(for: .replicate).require()
/// ```
public struct LicenseCapability: Sendable, Hashable, Codable {
    /// An operation, which determines the licenses that are required.
    public enum Operation: String, Sendable, Hashable, Codable, CaseIterable {
        /// Views existing data and settings.
        ///
        /// Viewing the core is always allowed, even without a license. Viewing a module is allowed while the module's
        /// license is current or in its grace period, and does not require a base license. For a function that you
        /// sell, use ``operate``, even if the function only reads.
        case view

        /// Changes data or settings, or uses a function that you sell.
        ///
        /// Operating the core requires a base license or community grant. Operating a module requires a base license and
        /// a license for the module. Licenses in their grace period are sufficient.
        case operate

        /// Continues to run existing workloads, which is always allowed.
        case keepRunning

        /// Performs administrative recovery, which is always allowed.
        ///
        /// This includes importing, deleting and reloading licenses, deleting objects that count against a limit, data
        /// export, audits and security controls.
        case recover
    }

    /// The operation to check, such as viewing or operating.
    public let operation: Operation

    /// The slot that the operation belongs to.
    ///
    /// Use the base for the product's core functions.
    public let slot: LicenseSlot

    /// The feature that the operation belongs to, or `nil` to check the slot as a whole.
    ///
    /// A license that lists features allows only those. A license without a list allows every feature.
    public let feature: License.Feature?

    /// Creates a capability for the core or a module.
    ///
    /// - Parameters:
    ///   - operation: The operation to check.
    ///   - slot: The slot that the operation belongs to.
    public init(_ operation: Operation, _ slot: LicenseSlot) {
        self.operation = operation
        self.slot = slot
        self.feature = nil
    }

    /// Creates a capability for one feature of the core or a module.
    ///
    /// - Parameters:
    ///   - operation: The operation to check.
    ///   - slot: The slot that the feature belongs to.
    ///   - feature: The feature. This parameter is not optional, so that a failed conversion of a name cannot skip the
    ///     check.
    public init(_ operation: Operation, _ slot: LicenseSlot, feature: License.Feature) {
        self.operation = operation
        self.slot = slot
        self.feature = feature
    }

    /// Creates a capability to view the core or a module.
    ///
    /// Viewing the core is always allowed. For a function that you sell, use ``operate(_:)``, even if the function only
    /// reads.
    ///
    /// - Parameter slot: The slot to view.
    /// - Returns: The capability.
    public static func view(_ slot: LicenseSlot) -> LicenseCapability {
        LicenseCapability(.view, slot)
    }

    /// Creates a capability to view data or settings of a feature.
    ///
    /// - Parameters:
    ///   - slot: The slot that the feature belongs to.
    ///   - feature: The feature to view.
    /// - Returns: The capability.
    public static func view(_ slot: LicenseSlot, feature: License.Feature) -> LicenseCapability {
        LicenseCapability(.view, slot, feature: feature)
    }

    /// Creates a capability to operate the core or a module.
    ///
    /// - Parameter slot: The slot to operate.
    /// - Returns: The capability.
    public static func operate(_ slot: LicenseSlot) -> LicenseCapability {
        LicenseCapability(.operate, slot)
    }

    /// Creates a capability to operate a feature of the core or a module.
    ///
    /// - Parameters:
    ///   - slot: The slot that the feature belongs to.
    ///   - feature: The feature to operate.
    /// - Returns: The capability.
    public static func operate(_ slot: LicenseSlot, feature: License.Feature) -> LicenseCapability {
        LicenseCapability(.operate, slot, feature: feature)
    }

    /// Creates a capability to continue to run existing workloads.
    ///
    /// - Parameter slot: The slot that the workloads belong to.
    /// - Returns: The capability, which is always allowed.
    public static func keepRunning(_ slot: LicenseSlot) -> LicenseCapability {
        LicenseCapability(.keepRunning, slot)
    }

    /// Creates a capability for administrative recovery.
    ///
    /// - Parameter slot: The slot to recover.
    /// - Returns: The capability, which is always allowed.
    public static func recover(_ slot: LicenseSlot) -> LicenseCapability {
        LicenseCapability(.recover, slot)
    }
}

extension LicenseCapability: CustomStringConvertible {
    /// The operation, the slot and the feature, for example `operate replication (clone)`.
    public var description: String {
        "\(self.operation.rawValue) \(self.slot)" + (self.feature.map { " (\($0))" } ?? "")
    }
}

extension LicenseCapability {
    /// Decodes the members from one object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.operation = try container.decode(Operation.self, forKey: "operation")
        self.slot = try container.decode(LicenseSlot.self, forKey: "slot")
        self.feature = try container.decodeIfPresent(License.Feature.self, forKey: "feature")
    }

    /// Encodes the members as one object, without those that are `nil`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.operation, forKey: "operation")
        try container.encode(self.slot, forKey: "slot")
        try container.encodeIfPresent(self.feature, forKey: "feature")
    }
}
