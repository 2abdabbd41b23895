import LicenseModel
import LicensePolicy

/// A license that covers modules, as the platform's GetLicenseAddOns returns it.
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
    /// If a base license bundles the modules, it is the ID of the base license.
    public let uuid: String

    /// The names of the modules, separated by commas.
    public let name: String

    /// The number of CPU sockets that a plus license covers, or 2,147,483,647 if it is unlimited.
    ///
    /// `nil` for a base license, and for a plus license without a limit for CPU sockets.
    public let cpuNum: Int?

    /// The number of hosts that a plus license covers, or 2,147,483,647 if it is unlimited.
    ///
    /// `nil` for a base license, and for a plus license without a limit for hosts.
    public let hostNum: Int?

    /// The type of the license, which is always `AddOn`.
    public let licenseType: String

    /// The date when the license expires, without the grace period.
    ///
    /// For a perpetual license, it is the end of the year 9999.
    public let expiredDate: String

    /// The date when the license was signed, from its `iat` claim.
    public let issuedDate: String

    /// The modules for which this is the effective license, in the order of their names.
    public let modules: [String]

    /// Whether ``expiredDate`` has been reached, even if the license is in its grace period.
    public let expired: Bool

    /// Returns the licenses of modules that are activated, in their grace period or expired.
    ///
    /// Base licenses that bundle modules are included, because the platform's user interfaces show a module only if it is
    /// listed. A license that has not started yet is not included: the module's menu entry is hidden until then, and the
    /// response has no member for the start.
    ///
    /// - Parameters:
    ///   - entitlements: The entitlements at the current instant.
    ///   - offset: The UTC offset of the dates.
    /// - Returns: An element for each license, ordered by the first module.
    static func all(_ entitlements: Entitlements, offset: UTCOffset) -> [LicenseAddOnInventory] {
        var licenses: [License] = []
        var modules: [PayloadDigest: [License.Module]] = [:]
        for entitlement in entitlements.modules {
            guard entitlement.state != .pending, let license = entitlement.license,
                let module = entitlement.slot.module
            else {
                continue
            }
            if modules[license.payloadDigest] == nil {
                licenses.append(license)
            }
            modules[license.payloadDigest, default: []].append(module)
        }
        return licenses.map { license in
            LicenseAddOnInventory(
                license,
                modules: modules[license.payloadDigest] ?? [],
                at: entitlements.instant,
                offset: offset
            )
        }
    }

    private init(_ license: License, modules: [License.Module], at instant: LicenseInstant, offset: UTCOffset) {
        // The limits of a base license apply to the platform, not to the modules that it bundles.
        let limits = license.category == .plus ? license.limits : [:]
        self.uuid = license.platformUUID
        self.name = modules.map(\.rawValue).joined(separator: ",")
        self.cpuNum = limits[.cpus].map(PlatformCount.number)
        self.hostNum = limits[.hosts].map(PlatformCount.number)
        self.licenseType = "AddOn"
        self.expiredDate = DateText.text(license.expiresAt ?? .latest, in: offset)
        self.issuedDate = DateText.text(license.issuedAt, in: offset)
        self.modules = modules.map(\.rawValue)
        self.expired = license.expiresAt.map { $0 <= instant } ?? false
    }
}
