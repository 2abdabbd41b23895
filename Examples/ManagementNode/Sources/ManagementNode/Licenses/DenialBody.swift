import Licensing

/// The JSON answer to a request that the licenses do not allow.
struct DenialBody: Encodable {
    /// One reason, with what an administrator can do about it.
    struct Reason: Encodable {
        /// The reason for programs, such as `base-expired`.
        let code: String

        /// What the reason is about: `base`, or the name of a module.
        let slot: String

        /// The license that is the cause, or `nil` if no license is.
        let licenseID: String?

        /// The reason for people.
        let message: String

        /// What to do.
        let remedy: String

        /// The numbers, for each limit that would be exceeded.
        let shortages: [LimitShortage]
    }

    let error = "license-denied"

    /// The whole message for people, with a line for each reason.
    let message: String

    /// Every reason, in the order in which they should be solved.
    let reasons: [Reason]

    init(_ denial: LicenseDenial, in language: LicenseLanguage) {
        self.message = denial.message[language]
        self.reasons = DenialReport(denial).reasons
            .map { reason in
                Reason(
                    code: reason.code.rawValue,
                    slot: "\(reason.slot)",
                    licenseID: reason.licenseID?.rawValue,
                    message: reason.message[language],
                    remedy: reason.remedy?[language] ?? "",
                    shortages: reason.shortages
                )
            }
    }
}
