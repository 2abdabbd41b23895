import LicenseModel

extension LicenseError {
    /// Returns an error for a claim that breaks a rule of the format.
    ///
    /// - Parameters:
    ///   - member: The claim's path, such as `license.limits.cores`.
    ///   - problem: The rest of a sentence that starts with the claim's name, such as "is missing".
    ///   - chinese: The same in Chinese.
    ///   - isNewer: Whether a newer release of the product may accept the claim.
    /// - Returns: An error with the code `claimsInvalid`.
    @inline(never)
    static func claim(
        _ member: String,
        _ problem: String,
        _ chinese: String,
        isNewer: Bool = false
    ) -> LicenseError {
        guard !isNewer else {
            return LicenseError(
                .claimsInvalid,
                "This release of the product cannot use the license: '\(member)' \(problem). Update the product, or ask"
                    + " \(LicenseError.contact) for another license.",
                "当前软件版本无法使用该许可证：“\(member)”\(chinese)。请升级本产品，或联系\(LicenseError.contact)更换许可证。",
                member: member
            )
        }
        return LicenseError(
            .claimsInvalid,
            "The license is not valid: '\(member)' \(problem). Ask \(LicenseError.contact) for a corrected license.",
            "许可证内容无效：“\(member)”\(chinese)。请联系\(LicenseError.contact)重新签发许可证。",
            member: member
        )
    }
}
