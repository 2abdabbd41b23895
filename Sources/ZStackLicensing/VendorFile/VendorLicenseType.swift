public import LicenseModel

/// What a type number in the platform's license files means: the type and the category of the license.
///
/// The files have a number in place of the type. Two numbers are known from published files. If the vendor tells you
/// others, add them:
///
/// ```swift
/// let types = VendorLicenseType.published.merging([7: .plus(.addOn, for: .vmware)]) { $1 }
/// ```
public struct VendorLicenseType: Sendable, Hashable {
    /// The commercial type of the license.
    let type: LicenseType

    /// The category of the license.
    let category: LicenseCategory

    /// The modules of a plus license, at least one; empty for a base license.
    let modules: [License.Module]

    private init(_ type: LicenseType, _ category: LicenseCategory, _ modules: [License.Module]) {
        self.type = type
        self.category = category
        self.modules = modules
    }

    /// Returns the meaning of a number that only base licenses have.
    ///
    /// - Parameter type: The commercial type of the licenses.
    /// - Returns: The meaning of the number.
    public static func base(_ type: LicenseType) -> VendorLicenseType {
        VendorLicenseType(type, .base, [])
    }

    /// Returns the meaning of a number that only plus licenses for certain modules have.
    ///
    /// - Parameters:
    ///   - type: The commercial type of the licenses.
    ///   - module: The module that the licenses are for.
    ///   - more: The other modules, if there are several. A module that is repeated counts once.
    /// - Returns: The meaning of the number.
    public static func plus(
        _ type: LicenseType,
        for module: License.Module,
        _ more: License.Module...
    ) -> VendorLicenseType {
        let modules = more.reduce(into: [module]) { modules, next in
            if !modules.contains(next) {
                modules.append(next)
            }
        }
        return VendorLicenseType(type, .plus, modules)
    }

    /// The numbers in license files that the vendor published: 1 is a trial, and 5 is a trial for one customer.
    public static let published: [Int: VendorLicenseType] = [1: .base(.trial), 5: .base(.trialExt)]
}
