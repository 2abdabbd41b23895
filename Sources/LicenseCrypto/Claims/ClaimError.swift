import LicenseModel

extension LicenseError {
    /// Returns an error for a claim that breaks a rule of the format.
    ///
    /// - Parameters:
    ///   - member: The claim's path, such as `license.limits.cores`.
    ///   - problem: The rest of a sentence that starts with the claim's name, such as "is missing".
    /// - Returns: An error with the code `claimsInvalid`.
    static func claim(_ member: String, _ problem: String) -> LicenseError {
        LicenseError(
            .claimsInvalid,
            "The license is not valid: '\(member)' \(problem). Ask \(LicenseError.contact) for a corrected license.",
            member: member
        )
    }
}
