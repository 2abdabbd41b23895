import LicenseModel
public import LicensePolicy

/// The base license, as the platform's GetLicenseInfo, ReloadLicense and UpdateLicense return it.
///
/// The counts are those that ``/LicensePolicy/Entitlements`` allows: nothing is available while operating the core is denied,
/// and the counts of the Community edition are those of the community grant while it applies. A base license that has not
/// started yet is not shown, because the response has no member for the start.
///
/// Properties that are `nil` are omitted from the JSON. That includes the counts of a unit that the license does not limit,
/// for which the platform itself writes null, and the id, user, and dates if no base license is shown.
///
/// ```swift
/// let inventory = LicenseInventory(gate.entitlements, usage: usage, licenseRequest: applicationCode, offset: .china)
/// ```
public struct LicenseInventory: Sendable, Hashable, Encodable {
    /// The license's ``LicenseModel/License/platformUUID``, or `nil` if no base license is shown.
    public let uuid: String?

    /// The commercial type of the license, such as `Paid`.
    ///
    /// It is `Community` if no base license is shown, or while the community grant applies in place of an expired one.
    public let licenseType: String

    /// The application code of the node, as passed to the initializer.
    public let licenseRequest: String

    /// The date when the license expires, such as `2017-08-23T12:27:01.000+08:00`.
    ///
    /// The grace period is not included. For a perpetual license, it is the end of the year 9999. The platform's user
    /// interfaces display a license as permanent if it expires in 3,650 days or more. `nil` if there is no effective
    /// base license.
    public let expiredDate: String?

    /// The date when the license was signed, from its `iat` claim.
    ///
    /// `nil` if there is no effective base license.
    public let issuedDate: String?

    /// The customer that the license is issued to, such as an email address.
    ///
    /// `nil` if there is no effective base license.
    public let user: String?

    /// The number of hosts that the license covers, or 2,147,483,647 if it is unlimited.
    ///
    /// `nil` if the license does not limit hosts.
    public let hostNum: Int?

    /// The number of CPU sockets that the license covers, or 2,147,483,647 if it is unlimited.
    ///
    /// `nil` if the license does not limit CPU sockets.
    public let cpuNum: Int?

    /// The number of hosts that can be added now, at least 0.
    ///
    /// `nil` if the license does not limit hosts.
    public let availableHostNum: Int?

    /// The number of CPU sockets that can be added now, at least 0.
    ///
    /// `nil` if the license does not limit CPU sockets.
    public let availableCpuNum: Int?

    /// Whether ``expiredDate`` has been reached, or, if no base license is shown, whether operating the core is denied.
    ///
    /// It is also `true` in the grace period, which the platform's API does not have. To find out what is allowed, use
    /// ``/LicensePolicy/Entitlements``.
    public let expired: Bool

    /// Creates an inventory of the base license, or of the Community edition.
    ///
    /// The Community edition covers any number of hosts if the community grant of the product's configuration limits neither
    /// hosts nor CPU sockets, and no hosts if the product has no grant.
    ///
    /// - Parameters:
    ///   - entitlements: The entitlements at the current instant.
    ///   - usage: The current usage.
    ///   - licenseRequest: The node's application code. It must not contain a private key.
    ///   - offset: The UTC offset of the dates.
    public init(_ entitlements: Entitlements, usage: LicenseUsage, licenseRequest: String, offset: UTCOffset) {
        let license = entitlements.base.state == .pending ? nil : entitlements.base.license
        let isCommunity = entitlements.communityGrant != nil
        let isAllowed = entitlements.decision(for: .operate(.base)).isAllowed
        self.uuid = license?.platformUUID
        self.licenseType = isCommunity ? "Community" : license?.type.rawValue ?? "Community"
        self.licenseRequest = licenseRequest
        self.expiredDate = license.map { DateText.text($0.expiresAt ?? .latest, in: offset) }
        self.issuedDate = license.map { DateText.text($0.issuedAt, in: offset) }
        self.user = license?.licensee.rawValue
        self.expired = license.map { $0.expiresAt.map { $0 <= entitlements.instant } ?? false } ?? !isAllowed

        let quotas = license == nil && !isCommunity ? [] : entitlements.quotas(given: usage)
        let hosts = quotas.first { $0.unit == .hosts }
        let cpus = quotas.first { $0.unit == .cpus }
        func available(_ quota: LicenseQuota?) -> Int? {
            quota.map { isAllowed ? PlatformCount.number($0.available) : 0 }
        }
        // The Community edition names a number of hosts even if nothing limits them.
        let other = (license == nil || isCommunity) && hosts == nil && cpus == nil
        let community = isCommunity ? PlatformCount.unlimited : 0
        self.hostNum = other ? community : hosts.map { PlatformCount.number($0.licensed) }
        self.cpuNum = cpus.map { PlatformCount.number($0.licensed) }
        self.availableHostNum = other ? community : available(hosts)
        self.availableCpuNum = available(cpus)
    }
}
