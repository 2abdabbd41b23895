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

    /// The SHA-256 of the effective licence's payload in hexadecimal, which tells two licences of one id apart.
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
    public let againstOperating: [DenialReason.Code]

    init(_ slot: Slot, in entitlements: Entitlements) {
        let standing = entitlements[slot]
        let license = standing.license
        self.slot = slot
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
        self.againstViewing = entitlements.decision(for: .view(slot)).reasons.map(\.code)
        self.againstOperating = entitlements.decision(for: .operate(slot)).reasons.map(\.code)
    }
}
