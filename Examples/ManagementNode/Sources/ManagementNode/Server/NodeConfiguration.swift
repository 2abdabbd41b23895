package import Licensing
package import ZStackLicensing

/// What a management node is started with.
package struct NodeConfiguration: Sendable {
    /// The host name or IP address to listen at.
    package var address = "127.0.0.1"

    /// The TCP port to listen at, or 0 for any that is free.
    package var port = 8080

    /// The folder of everything that the node keeps.
    ///
    /// It is created if necessary.
    package var dataFolder = "management-node-data"

    /// The language for clients that ask for none.
    package var language = LicenseLanguage.english

    /// The offset of dates in answers.
    package var offset = UTCOffset.china

    /// The keys of the vendor, which verify licenses.
    package var trustedKeys: TrustedKeys

    /// Formats of license files besides the library's own, such as the platform's S/MIME files.
    package var formats: [LicenseFormat] = []

    /// Whether the node takes licenses of the test environment.
    ///
    /// Every answer then says so.
    package var isDemo = false

    /// Whether people reach the node by HTTPS, through a proxy.
    ///
    /// The cookies of the pages are then sent by HTTPS only.
    package var isBehindHTTPS = false

    /// The file with the administrator's first password, or `nil` for a random one that is printed.
    package var adminPasswordFile: String?

    /// The clock that licenses and sessions follow.
    package var clock: any LicenseClock = SystemLicenseClock()

    /// Creates a configuration for the keys of a vendor.
    package init(trusting keys: TrustedKeys) {
        self.trustedKeys = keys
    }
}
