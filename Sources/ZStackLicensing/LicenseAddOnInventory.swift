import LicenseModel
import LicensePolicy

/// A license for modules, as GetLicenseAddOns answers it.
///
/// What has no value is left out of the JSON, as in ``LicenseInventory``.
public struct LicenseAddOnInventory: Sendable, Hashable, Encodable {
    /// The license's id: ``LicenseModel/License/platformUUID``.
    ///
    /// For modules that a base license bundles it is that license's.
    public let uuid: String

    /// The modules' names, joined with commas.
    public let name: String

    /// How many CPU sockets it covers, 2,147,483,647 for any number; `nil` where it covers none of its own.
    public let cpuNum: Int?

    /// How many hosts it covers, 2,147,483,647 for any number; `nil` where it covers none of its own.
    public let hostNum: Int?

    /// `AddOn`, always.
    public let licenseType: String

    /// When the license expires, without grace; the end of the year 9999 for a perpetual one.
    public let expiredDate: String

    /// When the license was signed, `iat`.
    public let issuedDate: String

    /// The modules for which it is the effective license, ordered by their bytes.
    public let modules: [String]

    /// Whether ``expiredDate`` has come, in the grace as well.
    public let expired: Bool

    /// The licenses of the modules that are activated, in grace or expired, ordered by their first module.
    ///
    /// A module that a base license bundles has an entry too: the platform's user interfaces show a module where there is
    /// one. A module whose license has yet to start has none, as its menu entry is hidden, and the answer could not say so.
    ///
    /// - Parameters:
    ///   - entitlements: What is licensed, and when that was asked.
    ///   - offset: The offset in which dates are written.
    /// - Returns: An entry for each license.
    static func all(_ entitlements: Entitlements, offset: UTCOffset) -> [LicenseAddOnInventory] {
        var licenses: [License] = []
        var modules: [PayloadDigest: [License.Module]] = [:]
        for standing in entitlements.modules {
            guard standing.state != .pending, let license = standing.license, let module = standing.slot.module else {
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
        // The limits of a base license are the platform's, not those of the modules that it bundles.
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
