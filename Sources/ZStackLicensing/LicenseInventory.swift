import LicenseModel
public import LicensePolicy

/// The base license, as GetLicenseInfo, ReloadLicense and UpdateLicense answer it (license guide, rows 21 to 28).
///
/// What has no value is left out of the JSON. That is so for the unit that the license does not count, which the platform
/// shows as null, and for the id, user and dates where no base license is loaded.
public struct LicenseInventory: Sendable, Hashable, Encodable {
    /// The license's id: ``LicenseModel/License/platformUUID``.
    public let uuid: String?

    /// The commercial type, such as `Paid`; `Community` where no base license is loaded (row 25).
    public let licenseType: String

    /// The application code, as the caller gives it (row 27).
    public let licenseRequest: String

    /// When the license expires, such as `2017-08-23T12:27:01.000+08:00` (row 24).
    ///
    /// Grace is not part of it. A perpetual license shows the end of the year 9999, which the platform's user interfaces
    /// display as permanent, as they do from 3,650 days on.
    public let expiredDate: String?

    /// When the license was signed, `iat` (row 24).
    public let issuedDate: String?

    /// Whom it is issued to, such as an e-mail address (row 26).
    public let user: String?

    /// How many hosts it covers, 2,147,483,647 for any number (row 21).
    ///
    /// `nil` where it does not count hosts.
    public let hostNum: Int?

    /// How many CPU sockets it covers, 2,147,483,647 for any number.
    ///
    /// `nil` where it does not count sockets.
    public let cpuNum: Int?

    /// How many more hosts it covers, never below 0 (rows 21 and 22).
    public let availableHostNum: Int?

    /// How many more CPU sockets it covers, never below 0.
    public let availableCpuNum: Int?

    /// Whether ``expiredDate`` has come (row 23).
    ///
    /// It is so in the grace as well, which the platform's answer does not know; what is allowed then is for
    /// ``LicensePolicy/Entitlements`` to say.
    public let expired: Bool

    /// Answers for the base license in force, or for the Community edition where there is none.
    ///
    /// Community covers any number of hosts, unless the product's configuration grants a number.
    ///
    /// - Parameters:
    ///   - entitlements: What is licensed, and when that was asked.
    ///   - usage: What is in use.
    ///   - licenseRequest: The node's application code. It must hold no private key.
    ///   - offset: The offset in which dates are written.
    public init(_ entitlements: Entitlements, usage: LicenseUsage, licenseRequest: String, offset: UTCOffset) {
        let quotas = entitlements.quotas(given: usage)
        let hosts = quotas.first { $0.unit == .hosts }
        let cpus = quotas.first { $0.unit == .cpus }
        let license = entitlements.base.license
        self.uuid = license?.platformUUID
        self.licenseType = license?.type.rawValue ?? "Community"
        self.licenseRequest = licenseRequest
        self.expiredDate = license.map { DateText.text($0.expiresAt ?? .latest, in: offset) }
        self.issuedDate = license.map { DateText.text($0.issuedAt, in: offset) }
        self.user = license?.licensee.rawValue
        let isUncounted = license == nil && hosts == nil && cpus == nil
        self.hostNum = isUncounted ? PlatformCount.unlimited : hosts.map { PlatformCount.number($0.licensed) }
        self.cpuNum = cpus.map { PlatformCount.number($0.licensed) }
        self.availableHostNum = isUncounted ? PlatformCount.unlimited : hosts.map { PlatformCount.number($0.available) }
        self.availableCpuNum = cpus.map { PlatformCount.number($0.available) }
        self.expired = license?.expiresAt.map { $0 <= entitlements.instant } ?? false
    }
}
