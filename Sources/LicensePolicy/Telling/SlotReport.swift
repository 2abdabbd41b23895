public import LicenseModel

/// How a slot stands at an instant, as data.
public struct SlotReport: Sendable, Equatable, Codable {
    /// The slot.
    public let slot: Slot

    /// What a person is told.
    public let status: LicenseStatus

    /// What becomes of the entry in the main menu.
    ///
    /// `nil` for the base.
    public let menu: MenuState?

    /// The effective licence.
    ///
    /// `nil` where no licence fills the slot.
    public let licenseID: LicenseID?

    /// The SHA-256 of the effective license's payload in hexadecimal, which tells two licenses of one id apart.
    public let payloadDigest: String?

    /// The edition that the effective licence names.
    public let edition: Edition?

    /// The first instant at which the effective licence is no longer in force.
    public let expiresAt: Instant?

    /// The end of its grace, at most the end of the year 9999.
    public let graceUntil: Instant?

    /// How far the slot's licences reach without a gap.
    public let coveredUntil: Instant?

    /// Days until the effective licence expires, begun days counted whole.
    public let daysRemaining: Int?

    /// How much of each unit the effective licence names.
    public let limits: [LimitUnit: Limit]

    /// The only functions that the slot has by its licence, ordered by their bytes.
    ///
    /// `nil`: all. A base licence's list is about the core alone.
    public let features: [Feature]?

    /// The reasons against looking at it, in order.
    ///
    /// Empty where that is allowed.
    public let againstViewing: [DenialReason.Code]

    /// The reasons against changing it, in order.
    ///
    /// Empty where that is allowed.
    public internal(set) var againstOperating: [DenialReason.Code]

    init(_ standing: SlotStanding, _ ruling: Ruling) {
        let license = standing.license
        self.slot = standing.slot
        self.status = standing.status
        self.menu = standing.menu
        self.licenseID = license?.id
        self.payloadDigest = license?.payloadDigest.description
        self.edition = license?.edition
        self.expiresAt = license?.expiresAt
        self.graceUntil = license?.graceUntil
        self.coveredUntil = standing.coveredUntil
        self.daysRemaining = standing.daysRemaining
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
        self.slot = try container.decode(Slot.self, forKey: .slot)
        self.status = try container.decode(LicenseStatus.self, forKey: .status)
        self.menu = try container.decodeIfPresent(MenuState.self, forKey: .menu)
        self.licenseID = try container.decodeIfPresent(LicenseID.self, forKey: .licenseID)
        let hasDigest = try container.hasValue(forKey: .payloadDigest)
        self.payloadDigest = hasDigest ? try container.decodeDigest(forKey: .payloadDigest) : nil
        self.edition = try container.decodeIfPresent(Edition.self, forKey: .edition)
        self.expiresAt = try container.decodeIfPresent(Instant.self, forKey: .expiresAt)
        self.graceUntil = try container.decodeIfPresent(Instant.self, forKey: .graceUntil)
        self.coveredUntil = try container.decodeIfPresent(Instant.self, forKey: .coveredUntil)
        let hasDays = try container.hasValue(forKey: .daysRemaining)
        self.daysRemaining = hasDays ? try container.decodeCount(forKey: .daysRemaining) : nil
        self.limits = try container.decode([LimitUnit: Limit].self, forKey: .limits)
        self.features = try container.decodeIfPresent([Feature].self, forKey: .features)
        self.againstViewing = try container.decode([DenialReason.Code].self, forKey: .againstViewing)
        self.againstOperating = try container.decode([DenialReason.Code].self, forKey: .againstOperating)
    }
}
