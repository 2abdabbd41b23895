public import LicenseModel

/// A license that was signed, and that a verifier with the public key has accepted.
public struct IssuedLicense: Sendable, Hashable {
    /// The token, one line without a newline.
    public let token: String

    /// What a product reads from it.
    public let license: License

    init(token: String, license: License) {
        self.token = token
        self.license = license
    }

    /// A name for the license's file: its id and `.lic`.
    public var fileName: String {
        "\(self.license.id).lic"
    }

    /// The license as a file for a customer: a preamble that says whom it is for, for what and until when, and the token
    /// in armor.
    ///
    /// The preamble is outside of what is signed, and says so.
    public var armored: String {
        LicenseArmor.text(of: [self])
    }
}
