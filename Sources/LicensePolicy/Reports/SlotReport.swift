public import LicenseModel

/// The status of a slot and its effective license at the instant of a report.
///
/// ```swift
/// let replication = gate.report()[.module("replication")]
/// print(replication?.status ?? .notActivated, replication?.daysCovered ?? 0)
/// ```
public struct SlotReport: Sendable, Equatable, Codable {
    /// The base or the module that the report is about.
    public let slot: LicenseSlot

    /// The status of the slot, for user interfaces.
    public let status: LicenseStatus

    /// The state of the module's menu entry.
    ///
    /// `nil` for the base.
    public let menu: MenuState?

    /// The ID of the effective license.
    ///
    /// `nil` if no license fills the slot.
    public let licenseID: LicenseID?

    /// The SHA-256 digest of the effective license's payload, which distinguishes licenses with the same ID.
    ///
    /// `nil` if no license fills the slot.
    public let payloadDigest: PayloadDigest?

    /// The customer that the effective license is issued to.
    ///
    /// `nil` if no license fills the slot.
    public let licensee: ClaimString?

    /// The commercial type of the effective license.
    ///
    /// `nil` if no license fills the slot.
    public let licenseType: LicenseType?

    /// The edition of the effective license.
    ///
    /// `nil` for a plus license, and if no license fills the slot.
    public let edition: License.Edition?

    /// The end of the effective license: the first instant at which it is no longer current, before any grace period.
    ///
    /// `nil` if the license is perpetual, or if no license fills the slot.
    public let expiresAt: LicenseInstant?

    /// The end of the effective license's grace period, at most the end of the year 9999.
    ///
    /// `nil` if the license has no grace period, or if no license fills the slot.
    public let graceUntil: LicenseInstant?

    /// The end of the coverage by the effective license and those that follow it without a gap.
    ///
    /// `nil` if no license fills the slot, or if the coverage has no end.
    public let coveredUntil: LicenseInstant?

    /// The number of days until ``coveredUntil``, rounded up, or 0 after it.
    ///
    /// `nil` if ``coveredUntil`` is `nil`.
    public let daysCovered: Int?

    /// The number of days until ``expiresAt``, rounded up, or 0 after it.
    ///
    /// `nil` if ``expiresAt`` is `nil`.
    public let licenseDaysRemaining: Int?

    /// The latest build date that the effective license covers.
    ///
    /// `nil` if the license covers every build, or if no license fills the slot.
    public let updatesUntil: LicenseInstant?

    /// The limits of the effective license, by unit.
    ///
    /// Empty if the license has no limits, or if no license fills the slot.
    public let limits: [LimitUnit: License.Limit]

    /// The features that the slot includes, ordered by their bytes.
    ///
    /// `nil` if the slot includes all features, or if no license fills it. The list of a base license applies to the core,
    /// and not to the modules that the license bundles.
    public let features: [License.Feature]?

    /// The codes of the reasons to deny viewing the slot, in the order of `DenialReason.Code.known`.
    ///
    /// Empty if viewing is allowed.
    public let viewDenialCodes: [DenialReason.Code]

    /// The codes of the reasons to deny operating the slot, in the order of `DenialReason.Code.known`.
    ///
    /// Empty if operating is allowed.
    public internal(set) var operateDenialCodes: [DenialReason.Code]

    init(_ entitlement: SlotEntitlement, _ rules: CapabilityRules) {
        let license = entitlement.license
        self.slot = entitlement.slot
        self.status = entitlement.status
        self.menu = entitlement.menu
        self.licenseID = license?.id
        self.payloadDigest = license?.payloadDigest
        self.licensee = license?.licensee
        self.licenseType = license?.type
        self.edition = license?.edition
        self.expiresAt = license?.expiresAt
        self.graceUntil = license?.graceUntil
        self.coveredUntil = entitlement.coveredUntil
        self.daysCovered = entitlement.daysCovered
        self.licenseDaysRemaining = entitlement.licenseDaysRemaining
        self.updatesUntil = license?.updatesUntil
        self.limits = license?.limits ?? [:]
        self.features = entitlement.features.map { Array($0).distinct() }
        self.viewDenialCodes = rules.reasons(against: .view(entitlement.slot), entitlement).map(\.code)
        self.operateDenialCodes = rules.reasons(against: .operate(entitlement.slot), entitlement).map(\.code)
    }
}

extension SlotReport {
    /// Decodes a report of a slot, and checks the range of its numbers.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid, or if a number of days is less than 0.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.slot = try container.decode(LicenseSlot.self, forKey: "slot")
        self.status = try container.decode(LicenseStatus.self, forKey: "status")
        self.menu = try container.decodeIfPresent(MenuState.self, forKey: "menu")
        self.licenseID = try container.decodeIfPresent(LicenseID.self, forKey: "licenseID")
        self.payloadDigest = try container.decodeIfPresent(PayloadDigest.self, forKey: "payloadDigest")
        self.licensee = try container.decodeIfPresent(ClaimString.self, forKey: "licensee")
        self.licenseType = try container.decodeIfPresent(LicenseType.self, forKey: "licenseType")
        self.edition = try container.decodeIfPresent(License.Edition.self, forKey: "edition")
        self.expiresAt = try container.decodeIfPresent(LicenseInstant.self, forKey: "expiresAt")
        self.graceUntil = try container.decodeIfPresent(LicenseInstant.self, forKey: "graceUntil")
        self.coveredUntil = try container.decodeIfPresent(LicenseInstant.self, forKey: "coveredUntil")
        self.daysCovered = try container.decodeCountIfPresent(forKey: "daysCovered")
        self.licenseDaysRemaining = try container.decodeCountIfPresent(forKey: "licenseDaysRemaining")
        self.updatesUntil = try container.decodeIfPresent(LicenseInstant.self, forKey: "updatesUntil")
        self.limits = try container.decode([LimitUnit: License.Limit].self, forKey: "limits")
        self.features = try container.decodeIfPresent([License.Feature].self, forKey: "features")
        self.viewDenialCodes = try container.decode([DenialReason.Code].self, forKey: "againstViewing")
        self.operateDenialCodes = try container.decode([DenialReason.Code].self, forKey: "againstOperating")
    }

    /// Encodes the members as one object, without those that are `nil`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.slot, forKey: "slot")
        try container.encode(self.status, forKey: "status")
        try container.encodeIfPresent(self.menu, forKey: "menu")
        try container.encodeIfPresent(self.licenseID, forKey: "licenseID")
        try container.encodeIfPresent(self.payloadDigest, forKey: "payloadDigest")
        try container.encodeIfPresent(self.licensee, forKey: "licensee")
        try container.encodeIfPresent(self.licenseType, forKey: "licenseType")
        try container.encodeIfPresent(self.edition, forKey: "edition")
        try container.encodeIfPresent(self.expiresAt, forKey: "expiresAt")
        try container.encodeIfPresent(self.graceUntil, forKey: "graceUntil")
        try container.encodeIfPresent(self.coveredUntil, forKey: "coveredUntil")
        try container.encodeIfPresent(self.daysCovered, forKey: "daysCovered")
        try container.encodeIfPresent(self.licenseDaysRemaining, forKey: "licenseDaysRemaining")
        try container.encodeIfPresent(self.updatesUntil, forKey: "updatesUntil")
        try container.encode(self.limits, forKey: "limits")
        try container.encodeIfPresent(self.features, forKey: "features")
        try container.encode(self.viewDenialCodes, forKey: "againstViewing")
        try container.encode(self.operateDenialCodes, forKey: "againstOperating")
    }
}
