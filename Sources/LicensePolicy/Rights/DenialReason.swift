public import LicenseModel

/// One reason why a capability is denied, with the license, dates and numbers that explain it.
///
/// Use the code in your program, and the catalog's text in your user interface:
///
/// ```swift
/// for reason in denial.reasons where reason.code == .moduleExpired {
///     print(reason.slot, catalog.text(of: reason)[.english])
/// }
/// ```
public struct DenialReason: Sendable, Hashable, Codable {
    /// A code that identifies a kind of reason, such as `module-expired`.
    public typealias Code = LicenseCode<DenialReason>

    /// The code that identifies the reason, such as `module-expired`.
    public let code: Code

    /// The slot that the reason is about: the base or a module.
    ///
    /// For `Code.limitReached` this is always the base, because the limits are those of the base license.
    public let slot: LicenseSlot

    /// The ID of the license that the reason is about.
    ///
    /// `nil` if no license is loaded for the slot, and for `Code.limitReached`.
    public let licenseID: LicenseID?

    /// The instant that explains the reason, whose meaning depends on the code.
    ///
    /// - For `…-not-yet-valid`: the first instant at which the license is current.
    /// - For `…-expired`: the first instant after the license and its grace period, if any.
    /// - For `…-build-not-covered`: the latest build date that the license covers.
    /// - For other reasons: `nil`.
    public let instant: LicenseInstant?

    /// The nodes that the license is bound to and this node, for `…-wrong-node`.
    ///
    /// `nil` for other reasons.
    public let nodes: NodeMismatch?

    /// The requested feature that the license does not list, for `Code.featureNotIncluded`.
    ///
    /// `nil` for other reasons.
    public let feature: License.Feature?

    /// The limits that the addition would exceed, one per unit and ordered by unit, for `Code.limitReached`.
    ///
    /// Empty for other reasons.
    public let shortages: [LimitShortage]

    /// Creates a reason, for example in a unit test of your product.
    ///
    /// - Parameters:
    ///   - code: The code that identifies the reason.
    ///   - slot: The slot that the reason is about.
    ///   - licenseID: The ID of the license that the reason is about, or `nil` if it is not about a license.
    ///   - instant: The instant that explains the reason, or `nil` if it has none. See ``instant``.
    ///   - nodes: The nodes that the license is bound to and this node, for `…-wrong-node`.
    ///   - feature: The feature that the license does not list, for `Code.featureNotIncluded`.
    ///   - shortages: The limits that the addition would exceed, for `Code.limitReached`.
    public init(
        _ code: Code,
        _ slot: LicenseSlot,
        licenseID: LicenseID? = nil,
        instant: LicenseInstant? = nil,
        nodes: NodeMismatch? = nil,
        feature: License.Feature? = nil,
        shortages: [LimitShortage] = []
    ) {
        self.code = code
        self.slot = slot
        self.licenseID = licenseID
        self.instant = instant
        self.nodes = nodes
        self.feature = feature
        self.shortages = shortages
    }
}

extension DenialReason: CustomStringConvertible {
    /// The code, the slot and the license ID, for logs.
    public var description: String {
        "\(self.code) (\(self.slot)" + (self.licenseID.map { ", \($0)" } ?? "") + ")"
    }
}

extension DenialReason.Code {
    /// Sorts reasons by the order of ``known``, with unknown codes last, and keeps the order of equal codes.
    static func ordered(_ reasons: [DenialReason]) -> [DenialReason] {
        self.known.flatMap { code in reasons.filter { $0.code == code } }
            + reasons.filter { !self.known.contains($0.code) }
    }
}

extension DenialReason {
    /// Decodes the members from one object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.code = try container.decode(Code.self, forKey: "code")
        self.slot = try container.decode(LicenseSlot.self, forKey: "slot")
        self.licenseID = try container.decodeIfPresent(LicenseID.self, forKey: "licenseID")
        self.instant = try container.decodeIfPresent(LicenseInstant.self, forKey: "instant")
        self.nodes = try container.decodeIfPresent(NodeMismatch.self, forKey: "nodes")
        self.feature = try container.decodeIfPresent(License.Feature.self, forKey: "feature")
        self.shortages = try container.decode([LimitShortage].self, forKey: "shortages")
    }

    /// Encodes the members as one object, without those that are `nil`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.code, forKey: "code")
        try container.encode(self.slot, forKey: "slot")
        try container.encodeIfPresent(self.licenseID, forKey: "licenseID")
        try container.encodeIfPresent(self.instant, forKey: "instant")
        try container.encodeIfPresent(self.nodes, forKey: "nodes")
        try container.encodeIfPresent(self.feature, forKey: "feature")
        try container.encode(self.shortages, forKey: "shortages")
    }
}
