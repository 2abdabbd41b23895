public import LicenseModel

/// The role of one license among the licenses of a slot.
///
/// ```swift
/// for license in gate.explanation().slots.flatMap(\.licenses) where license.role == .superseded {
///     print(catalog.text(of: license.message).english)
/// }
/// ```
public struct LicenseExplanation: Sendable, Equatable, Codable {
    /// A code that identifies the role of a license, such as `effective`.
    public typealias Role = LicenseCode<LicenseExplanation>

    /// The ID of the license, which another license can share.
    public let id: LicenseID

    /// The SHA-256 digest of the license's payload, which distinguishes licenses with the same ID.
    public let payloadDigest: PayloadDigest

    /// The state of the license alone, regardless of other licenses, and even if it is excluded.
    public let state: SlotState

    /// The role of the license in the slot, such as `effective` or `superseded`.
    public let role: Role

    /// The start of the license: the first instant at which it is current.
    public let notBefore: LicenseInstant

    /// The end of the license: the first instant at which it is no longer current, before any grace period.
    ///
    /// `nil` if the license is perpetual.
    public let expiresAt: LicenseInstant?

    /// The end of the grace period, or `nil` if the license has none.
    public let graceUntil: LicenseInstant?

    /// The message that describes the license and its role in one line.
    public var message: LicenseMessage {
        LicenseMessage(
            "role.\(self.role)",
            licenseIDs: [self.id],
            instant: self.notBefore,
            until: self.expiresAt,
            code: self.role.rawValue
        )
    }

    init(_ license: License, role: Role, at instant: LicenseInstant) {
        self.id = license.id
        self.payloadDigest = license.payloadDigest
        self.state = license.state(at: instant)
        self.role = role
        self.notBefore = license.notBefore
        self.expiresAt = license.expiresAt
        self.graceUntil = license.graceUntil
    }
}

extension LicenseExplanation {
    /// Decodes the members from one object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.id = try container.decode(LicenseID.self, forKey: "id")
        self.payloadDigest = try container.decode(PayloadDigest.self, forKey: "payloadDigest")
        self.state = try container.decode(SlotState.self, forKey: "state")
        self.role = try container.decode(Role.self, forKey: "role")
        self.notBefore = try container.decode(LicenseInstant.self, forKey: "notBefore")
        self.expiresAt = try container.decodeIfPresent(LicenseInstant.self, forKey: "expiresAt")
        self.graceUntil = try container.decodeIfPresent(LicenseInstant.self, forKey: "graceUntil")
    }

    /// Encodes the members as one object, without those that are `nil`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.id, forKey: "id")
        try container.encode(self.payloadDigest, forKey: "payloadDigest")
        try container.encode(self.state, forKey: "state")
        try container.encode(self.role, forKey: "role")
        try container.encode(self.notBefore, forKey: "notBefore")
        try container.encodeIfPresent(self.expiresAt, forKey: "expiresAt")
        try container.encodeIfPresent(self.graceUntil, forKey: "graceUntil")
    }
}
