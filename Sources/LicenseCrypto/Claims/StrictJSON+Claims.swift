package import LicenseModel

extension StrictJSON {
    /// Parses the content of a license whose signature is verified.
    ///
    /// - Parameter bytes: The text of the content.
    /// - Returns: The parsed text.
    /// - Throws: `LicenseError` with `claimsInvalid` if the text is not strict JSON.
    package static func claims(_ bytes: [UInt8]) throws(LicenseError) -> StrictJSON {
        do {
            return try StrictJSON(bytes)
        } catch {
            let offset = "\(error.offset)"
            throw LicenseError(
                .claimsInvalid,
                "The license's JSON content % (at byte offset %). Ask @ for a corrected license.",
                "许可证内容的JSON%（字节偏移%）。请联系@重新签发许可证。",
                localized: [(error.problem, error.chineseProblem), (offset, offset)]
            )
        }
    }
}
