public import LicenseModel

extension License {
    /// The ID of the license in the platform's API, which is 32 hexadecimal digits like all of the platform's IDs.
    ///
    /// It is the first half of the license's ``/LicenseModel/License/payloadDigest``. It is therefore the same on every node
    /// and after every restart, and differs between licenses that have the same ``/LicenseModel/License/id``.
    public var platformUUID: String {
        String(self.payloadDigest.description.prefix(32))
    }
}
