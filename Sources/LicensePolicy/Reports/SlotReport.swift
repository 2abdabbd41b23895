public import LicenseModel

/// How a slot stands at an instant, as data.
public struct SlotReport: Sendable, Equatable, Codable {
    /// The slot.
    public let slot: LicenseSlot

    /// What a person is told.
    public let status: LicenseStatus

    /// What becomes of the module's entry in a menu.
    ///
    /// `nil` for the base.
    public let menu: MenuState?

    /// The effective license.
    ///
    /// `nil` where no license fills the slot.
    public let licenseID: LicenseID?

    /// The SHA-256 of the effective license's payload, which tells two licenses of one id apart.
    public let payloadDigest: PayloadDigest?

    /// Whom the effective license is issued to.
    public let licensee: ClaimString?

    /// The type of the effective license.
    public let licenseType: LicenseType?

    /// The edition that the effective license names.
    public let edition: License.Edition?

    /// The first instant at which the effective license is no longer in force.
    public let expiresAt: LicenseInstant?

    /// The end of its grace, at most the end of the year 9999.
    public let graceUntil: LicenseInstant?

    /// How far the slot's licenses reach without a gap.
    public let coveredUntil: LicenseInstant?

    /// Days until the slot's licenses end, those that follow without a gap included: see ``SlotEntitlement/daysCovered``.
    public let daysCovered: Int?

    /// Days until the effective license alone expires: see ``SlotEntitlement/licenseDaysRemaining``.
    public let licenseDaysRemaining: Int?

    /// The last instant of the builds that the effective license covers.
    ///
    /// `nil`: it covers any build, or there is no license.
    public let updatesUntil: LicenseInstant?

    /// How much of each unit the effective license names.
    public let limits: [LimitUnit: License.Limit]

    /// The only functions that the slot has by its license, ordered by their bytes.
    ///
    /// `nil`: all. A base license's list is about the core alone.
    public let features: [License.Feature]?

    /// The reasons against looking at it, in order.
    ///
    /// Empty where that is allowed.
    public let againstViewing: [DenialReason.Code]

    /// The reasons against changing it, in order.
    ///
    /// Empty where that is allowed.
    public internal(set) var againstOperating: [DenialReason.Code]

    init(_ standing: SlotEntitlement, _ ruling: Ruling) {
        let license = standing.license
        self.slot = standing.slot
        self.status = standing.status
        self.menu = standing.menu
        self.licenseID = license?.id
        self.payloadDigest = license?.payloadDigest
        self.licensee = license?.licensee
        self.licenseType = license?.type
        self.edition = license?.edition
        self.expiresAt = license?.expiresAt
        self.graceUntil = license?.graceUntil
        self.coveredUntil = standing.coveredUntil
        self.daysCovered = standing.daysCovered
        self.licenseDaysRemaining = standing.licenseDaysRemaining
        self.updatesUntil = license?.updatesUntil
        self.limits = license?.limits ?? [:]
        self.features = standing.features.map { Array($0).distinct() }
        self.againstViewing = ruling.reasons(against: .view(standing.slot), standing).map(\.code)
        self.againstOperating = ruling.reasons(against: .operate(standing.slot), standing).map(\.code)
    }
}

extension SlotReport {
    /// Reads a report of a slot.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` where days are less than 0, or a member is not what it must be.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.slot = try container.decode(LicenseSlot.self, forKey: .slot)
        self.status = try container.decode(LicenseStatus.self, forKey: .status)
        self.menu = try container.decodeIfPresent(MenuState.self, forKey: .menu)
        self.licenseID = try container.decodeIfPresent(LicenseID.self, forKey: .licenseID)
        self.payloadDigest = try container.decodeIfPresent(PayloadDigest.self, forKey: .payloadDigest)
        self.licensee = try container.decodeIfPresent(ClaimString.self, forKey: .licensee)
        self.licenseType = try container.decodeIfPresent(LicenseType.self, forKey: .licenseType)
        self.edition = try container.decodeIfPresent(License.Edition.self, forKey: .edition)
        self.expiresAt = try container.decodeIfPresent(LicenseInstant.self, forKey: .expiresAt)
        self.graceUntil = try container.decodeIfPresent(LicenseInstant.self, forKey: .graceUntil)
        self.coveredUntil = try container.decodeIfPresent(LicenseInstant.self, forKey: .coveredUntil)
        self.daysCovered = try container.decodeCountIfPresent(forKey: .daysCovered)
        self.licenseDaysRemaining = try container.decodeCountIfPresent(forKey: .licenseDaysRemaining)
        self.updatesUntil = try container.decodeIfPresent(LicenseInstant.self, forKey: .updatesUntil)
        self.limits = try container.decode([LimitUnit: License.Limit].self, forKey: .limits)
        self.features = try container.decodeIfPresent([License.Feature].self, forKey: .features)
        self.againstViewing = try container.decode([DenialReason.Code].self, forKey: .againstViewing)
        self.againstOperating = try container.decode([DenialReason.Code].self, forKey: .againstOperating)
    }
}
