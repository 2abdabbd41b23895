public import LicenseModel

/// A license that has been signed and then verified with the public key.
///
/// ``LicenseIssuer`` and ``LicenseSigner`` return issued licenses. Write ``armored`` to a file and send it to the
/// customer:
///
/// ```swift
/// let issued = try issuer.issue(draft, at: LicenseInstant(Date()))
/// try issued.armored.write(toFile: issued.fileName, atomically: true, encoding: .utf8)
/// ```
public struct IssuedLicense: Sendable, Hashable {
    /// The signed token, a single line without a trailing newline.
    public let token: String

    /// The license that a product's verifier returns for the token.
    public let license: License

    init(token: String, license: License) {
        self.token = token
        self.license = license
    }

    /// A suggested name for the license file: the license's ID, followed by `.lic`.
    public var fileName: String {
        "\(self.license.id).lic"
    }

    /// The text of the license file for the customer: an unsigned preamble, followed by the token in armor.
    ///
    /// The preamble shows the licensee, what the license covers and how long it is valid. It also states that it is not
    /// signed.
    public var armored: String {
        LicenseArmor.text(of: [self])
    }
}
