import LicenseModel

extension LicenseError {
    /// A claim that is not what the format has there.
    static func claim(_ member: String, _ problem: String) -> LicenseError {
        LicenseError(
            .claimsInvalid,
            "The license's claim '\(member)' \(problem). It was issued wrongly; ask \(LicenseError.contact) for a corrected one.",
            member: member
        )
    }
}
