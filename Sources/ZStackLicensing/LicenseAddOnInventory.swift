import LicenseModel
import LicensePolicy

/// A module with its plus license, as the platform's GetLicenseAddOns returns it.
///
/// Properties that are `nil` are omitted from the JSON.
///
/// ```swift
/// for addOn in GetLicenseAddOnsResponse(gate.entitlements, offset: .china).addons {
///     print(addOn.name, addOn.expiredDate)
/// }
/// ```
public struct LicenseAddOnInventory: Sendable, Hashable, Encodable {
    /// The ID of the license: its ``LicenseModel/License/platformUUID``.
    ///
    /// It is the same in several entries if the license covers several modules.
    public let uuid: String

    /// The name of the module, such as `vmware`.
    public let name: String

    /// The number of CPU sockets that the license covers, where 2,147,483,647 means any number.
    ///
    /// `nil` if the license has no limit for CPU sockets.
    public let cpuNum: Int?

    /// The number of hosts that the license covers, where 2,147,483,647 means any number.
    ///
    /// `nil` if the license has no limit for hosts.
    public let hostNum: Int?

    /// The type of the license, which is always `AddOn`.
    public let licenseType: String

    /// The date when the license expires, without the grace period.
    ///
    /// For a perpetual license, it is the end of the year 9999.
    public let expiredDate: String

    /// The date when the license was signed, from its `iat` claim.
    public let issuedDate: String

    /// The name of the module, as the only element.
    public let modules: [String]

    /// Whether ``expiredDate`` has been reached, even if the license is in its grace period.
    public let expired: Bool

    /// Returns an entry for each module whose plus license is current, in its grace period, or expired.
    ///
    /// There is an entry for each module and not for each license, because the platform's user interfaces read only the first
    /// module of an entry.
    ///
    /// - Parameters:
    ///   - entitlements: The entitlements at the current instant.
    ///   - offset: The UTC offset of the dates.
    /// - Returns: The entries, in the order of the modules' names.
    static func all(_ entitlements: Entitlements, offset: UTCOffset) -> [LicenseAddOnInventory] {
        entitlements.modules.compactMap { entitlement in
            guard entitlement.state != .pending, let license = entitlement.license, license.category == .plus,
                let module = entitlement.slot.module
            else {
                return nil
            }
            return LicenseAddOnInventory(license, of: module, at: entitlements.instant, offset: offset)
        }
    }

    private init(_ license: License, of module: License.Module, at instant: LicenseInstant, offset: UTCOffset) {
        self.uuid = license.platformUUID
        self.name = module.rawValue
        self.cpuNum = license.limits[.cpus].map(PlatformCount.number)
        self.hostNum = license.limits[.hosts].map(PlatformCount.number)
        self.licenseType = "AddOn"
        self.expiredDate = DateText.text(license.expiresAt ?? .latest, in: offset)
        self.issuedDate = DateText.text(license.issuedAt, in: offset)
        self.modules = [module.rawValue]
        self.expired = license.expiresAt.map { $0 <= instant } ?? false
    }
}
