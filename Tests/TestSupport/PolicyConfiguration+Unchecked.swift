import LicenseModel
package import LicensePolicy
import ZStackLicensing

extension PolicyConfiguration {
    /// The platform's catalog, on any node and for any build.
    package static let unchecked = PolicyConfiguration(catalog: .zstack, node: .any, build: .any)
}
