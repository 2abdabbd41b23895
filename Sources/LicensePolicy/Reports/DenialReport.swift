public import LicenseModel

/// A denial as JSON, for other services and user interfaces: complete, and with the words.
public struct DenialReport: Sendable, Hashable, Codable {
    /// One reason: what ``DenialReason`` says, and the words for it.
    public struct Reason: Sendable, Hashable, Codable {
        /// The reason's name.
        public let code: DenialReason.Code

        /// The base or the module that the reason is about.
        public let slot: LicenseSlot

        /// The license concerned.
        ///
        /// `nil` if there is none, and for limits.
        public let licenseID: LicenseID?

        /// The instant that the reason is about: see ``DenialReason/instant``.
        public let instant: LicenseInstant?

        /// The feature that the license does not list.
        ///
        /// `nil` for other reasons.
        public let feature: License.Feature?

        /// By how much limits would be passed.
        ///
        /// Empty for other reasons.
        public let shortages: [LimitShortage]

        /// Why, with the numbers and dates.
        public let message: LocalizedText

        /// What to do about it.
        public let remedy: LocalizedText

        init(_ reason: DenialReason) {
            self.code = reason.code
            self.slot = reason.slot
            self.licenseID = reason.licenseID
            self.instant = reason.instant
            self.feature = reason.feature
            self.shortages = reason.shortages
            self.message = reason.message
            self.remedy = reason.remedy
        }
    }

    /// The operation that is denied.
    public let operation: LicenseCapability.Operation

    /// To what it was to be done.
    public let slot: LicenseSlot

    /// The feature that was named, if one was.
    public let feature: License.Feature?

    /// Every reason, in the order of ``DenialReason/Code/known``.
    public let reasons: [Reason]

    /// Reports a denial.
    ///
    /// - Parameter denial: The denial.
    public init(_ denial: LicenseDenial) {
        self.operation = denial.capability.operation
        self.slot = denial.capability.slot
        self.feature = denial.capability.feature
        self.reasons = denial.reasons.map(Reason.init)
    }
}
