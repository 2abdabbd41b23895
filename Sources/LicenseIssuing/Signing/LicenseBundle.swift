import LicenseCrypto
import LicenseModel

/// A license file with several licenses, such as a base license and its plus licenses.
///
/// A bundle has 1 to 64 licenses with unique IDs. A product imports all licenses of a bundle or none of them.
///
/// ```swift
/// let bundle = try issuer.issue([base, plus], at: LicenseInstant(Date()))
/// try bundle.armored.write(toFile: "example.lic", atomically: true, encoding: .utf8)
/// ```
public struct LicenseBundle: Sendable, Hashable {
    /// The licenses, in the order in which they appear in the file.
    public let licenses: [IssuedLicense]

    /// The text of the license file: an unsigned preamble for each license, followed by the tokens in armor.
    ///
    /// The preamble shows each licensee, what each license covers and how long it is valid. It also states that it is
    /// not signed.
    public let armored: String

    /// Creates a bundle of the given licenses.
    ///
    /// - Parameter licenses: The licenses, 1 to 64, with unique IDs.
    /// - Throws: ``IssuingError`` with the code `IssuingError.Code.invalidBundle` if there are no licenses or more
    ///   than 64, if two have the same ID, or if the file would be larger than 256 KiB.
    public init(_ licenses: [IssuedLicense]) throws(IssuingError) {
        guard (1...LicenseText.maximumBlocks).contains(licenses.count) else {
            throw IssuingError(.invalidBundle, "A bundle must have 1 to 64 licenses, not \(licenses.count).")
        }
        var ids: Set<LicenseID> = []
        for license in licenses where !ids.insert(license.license.id).inserted {
            throw IssuingError(
                .invalidBundle,
                "Two licenses of the bundle have the ID '\(license.license.id)'. Give each license a unique ID."
            )
        }
        self.licenses = licenses
        self.armored = LicenseArmor.text(of: licenses)
        guard self.armored.utf8.count <= LicenseText.maximumSize else {
            throw IssuingError(.invalidBundle, "The bundle is larger than 256 KiB. Split it into several files.")
        }
    }
}
