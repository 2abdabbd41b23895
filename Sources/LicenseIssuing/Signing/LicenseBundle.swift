import LicenseCrypto
import LicenseModel

/// Several licenses in one file, such as a base license and those of its modules: 1 to 64, each with an id of its own.
public struct LicenseBundle: Sendable, Hashable {
    /// The licenses, in the file's order.
    public let licenses: [IssuedLicense]

    /// The file's text: a preamble that says whom each is for, for what and until when, and each token in armor.
    ///
    /// The preamble is outside of what is signed, and says so.
    public let armored: String

    /// Bundles some licenses.
    ///
    /// - Parameter licenses: The licenses, 1 to 64.
    /// - Throws: ``IssuingError`` with ``IssuingError/Code/invalidBundle`` where there are none or too many, two have one
    ///   id, or the file would be larger than 256 KiB.
    public init(_ licenses: [IssuedLicense]) throws(IssuingError) {
        guard (1...LicenseText.maximumBlocks).contains(licenses.count) else {
            throw IssuingError(.invalidBundle, "A bundle has 1 to 64 licenses, not \(licenses.count).")
        }
        var ids: Set<LicenseID> = []
        for license in licenses where !ids.insert(license.license.id).inserted {
            throw IssuingError(
                .invalidBundle,
                "Two licenses of the bundle have the id '\(license.license.id)'. Give each an id of its own."
            )
        }
        self.licenses = licenses
        self.armored = LicenseArmor.text(of: licenses)
        guard self.armored.utf8.count <= LicenseText.maximumSize else {
            throw IssuingError(.invalidBundle, "The bundle is larger than 256 KiB. Make several files of it.")
        }
    }
}
