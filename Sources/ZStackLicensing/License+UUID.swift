public import LicenseModel

extension License {
    /// The license's id in the platform's answers and in its DeleteLicense: 32 hexadecimal digits, as all its ids are.
    ///
    /// They are the first half of the SHA-256 of what was signed, so that every node and every start gives the same, and
    /// two licenses of one ``LicenseModel/License/id`` have two.
    public var platformUUID: String {
        String(self.payloadDigest.description.prefix(32))
    }
}
