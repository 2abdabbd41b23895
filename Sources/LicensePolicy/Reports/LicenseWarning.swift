public import LicenseModel

/// A consequence that an operator should know about before installing or removing licenses.
///
/// A warning does not prevent the installation or removal:
///
/// ```swift
/// let preview = gate.entitlements.preview(removing: licenses)
/// if preview.warnings.contains(where: { $0.code == .loginRedirect }) {
///     print("Users would be redirected to the license page.")
/// }
/// ```
public struct LicenseWarning: Sendable, Equatable, Codable {
    /// A code that identifies a kind of warning, such as `limit-lowered`.
    public typealias Code = LicenseCode<LicenseWarning>

    /// The code that identifies the warning, such as `limit-lowered`.
    public let code: Code

    /// The slot that the warning is about: the base or a module.
    ///
    /// `nil` if the warning is about a license as a whole, or about the login.
    public internal(set) var slot: LicenseSlot?

    /// The ID of the license that the warning is about.
    ///
    /// `nil` if the warning is not about a particular license.
    public internal(set) var licenseID: LicenseID?

    /// The nodes that the license is bound to and this node, for `Code.wrongNode`.
    ///
    /// `nil` for other warnings.
    public internal(set) var nodes: NodeMismatch?

    /// The feature that could no longer be used, for `Code.viewLost` and `Code.operateLost`.
    ///
    /// `nil` for other warnings, and if the warning is about the whole slot.
    public internal(set) var feature: License.Feature?

    /// The unit that the limit is for, for `Code.limitLowered` and `Code.overLimit`.
    ///
    /// `nil` for other warnings.
    public internal(set) var unit: LimitUnit?

    /// The current limit, for `Code.limitLowered`.
    ///
    /// `nil` for other warnings.
    public internal(set) var limit: License.Limit?

    /// The limit after the change, for `Code.limitLowered` and `Code.overLimit`.
    ///
    /// `nil` for other warnings.
    public internal(set) var newLimit: License.Limit?

    /// The usage that counts against the new limit, for `Code.overLimit`.
    ///
    /// `nil` for other warnings.
    public internal(set) var used: Int?

    /// The first instant after the license and its grace period, if any, for `Code.expired`.
    ///
    /// `nil` for other warnings.
    public internal(set) var instant: LicenseInstant?

    /// The edition after the change, for `Code.editionChanged`.
    ///
    /// `nil` for other warnings.
    public internal(set) var edition: License.Edition?

    init(_ code: Code, _ slot: LicenseSlot? = nil, licenseID: LicenseID? = nil) {
        self.code = code
        self.slot = slot
        self.licenseID = licenseID
    }

    /// The message for an operator, to render with a catalog.
    public var message: LicenseMessage {
        LicenseMessage(
            "warning.\(self.code)",
            self.slot?.module,
            licenseIDs: self.licenseID.map { [$0] } ?? [],
            nodes: self.nodes,
            feature: self.feature,
            unit: self.unit,
            until: self.instant,
            limit: self.limit,
            newLimit: self.newLimit,
            edition: self.edition,
            used: self.used,
            code: self.code.rawValue
        )
    }
}

extension LicenseWarning {
    /// Decodes the members from one object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.code = try container.decode(Code.self, forKey: "code")
        self.slot = try container.decodeIfPresent(LicenseSlot.self, forKey: "slot")
        self.licenseID = try container.decodeIfPresent(LicenseID.self, forKey: "licenseID")
        self.nodes = try container.decodeIfPresent(NodeMismatch.self, forKey: "nodes")
        self.feature = try container.decodeIfPresent(License.Feature.self, forKey: "feature")
        self.unit = try container.decodeIfPresent(LimitUnit.self, forKey: "unit")
        self.limit = try container.decodeIfPresent(License.Limit.self, forKey: "limit")
        self.newLimit = try container.decodeIfPresent(License.Limit.self, forKey: "newLimit")
        self.used = try container.decodeIfPresent(Int.self, forKey: "used")
        self.instant = try container.decodeIfPresent(LicenseInstant.self, forKey: "instant")
        self.edition = try container.decodeIfPresent(License.Edition.self, forKey: "edition")
    }

    /// Encodes the members as one object, without those that are `nil`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.code, forKey: "code")
        try container.encodeIfPresent(self.slot, forKey: "slot")
        try container.encodeIfPresent(self.licenseID, forKey: "licenseID")
        try container.encodeIfPresent(self.nodes, forKey: "nodes")
        try container.encodeIfPresent(self.feature, forKey: "feature")
        try container.encodeIfPresent(self.unit, forKey: "unit")
        try container.encodeIfPresent(self.limit, forKey: "limit")
        try container.encodeIfPresent(self.newLimit, forKey: "newLimit")
        try container.encodeIfPresent(self.used, forKey: "used")
        try container.encodeIfPresent(self.instant, forKey: "instant")
        try container.encodeIfPresent(self.edition, forKey: "edition")
    }
}
