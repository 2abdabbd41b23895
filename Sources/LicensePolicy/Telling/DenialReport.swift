public import LicenseModel

/// A denial as other services and user interfaces read it.
public struct DenialReport: Sendable, Equatable, Codable {
    /// One reason.
    public struct Reason: Sendable, Equatable, Codable {
        /// The reason's name.
        public let code: DenialReason.Code

        /// The licence concerned, where there is one.
        public let licenseID: LicenseID?

        /// By how much limits would be passed.
        ///
        /// Empty for another reason.
        public let shortages: [LimitShortage]

        /// Why, with the numbers and dates.
        public let message: LocalizedText

        /// What mends it.
        public let remedy: LocalizedText
    }

    /// The operation that is denied.
    public let operation: Capability.Operation

    /// To what it was to be done.
    public let slot: Slot

    /// The function that was named, if one was.
    public let feature: Feature?

    /// Every reason, in the order of ``LicenseModel/DenialReason/Code``.
    public let reasons: [Reason]

    /// Reports a denial.
    ///
    /// - Parameter denial: The denial.
    public init(_ denial: LicenseDenial) {
        self.operation = denial.capability.operation
        self.slot = denial.capability.slot
        self.feature = denial.capability.feature
        self.reasons = denial.reasons.map { reason in
            let shortages: [LimitShortage] = if case .limitReached(let shortages) = reason { shortages } else { [] }
            return Reason(
                code: reason.code,
                licenseID: reason.licenseID,
                shortages: shortages,
                message: reason.message,
                remedy: reason.remedy
            )
        }
    }
}
