package import LicenseModel

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
    package static func claim(
        _ member: String,
        _ problem: String,
        _ chinese: String,
        isNewer: Bool = false
    ) -> LicenseError {
        let values = [(member, member), (problem, chinese)]
        guard !isNewer else {
            return LicenseError(
                .claimsInvalid,
                "This release of the product cannot use the license: '%' %. Update the product, or ask @ for another license.",
                "当前软件版本无法使用该许可证：“%”%。请升级本产品，或联系@更换许可证。",
                localized: values,
                member: member
            )
        }
        return LicenseError(
            .claimsInvalid,
            "The license is not valid: '%' %. Ask @ for a corrected license.",
            "许可证内容无效：“%”%。请联系@重新签发许可证。",
            localized: values,
            member: member
        )
    }
}
