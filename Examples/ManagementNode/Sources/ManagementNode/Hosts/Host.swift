import GRDB
import Licensing
import ZStackLicensing

/// A physical host that the node manages.
///
/// The example keeps the host as a row and connects to nothing.
struct Host: ManagedObject {
    static let databaseTableName = "host"
    static let addressColumn = "managementIp"

    /// The software with which a host runs virtual machines.
    enum Hypervisor: String, Codable, Sendable {
        /// A host of the platform's core.
        case kvm = "KVM"

        /// A host of the VMware module.
        case esx = "ESX"
    }

    var uuid = Random.uuid()
    var name: String
    var managementIp: String
    var hypervisor: Hypervisor
    var cpuSockets: Int
    var createdAt: LicenseInstant
    var connectedAt: LicenseInstant

    var address: String { self.managementIp }

    /// What a license must allow to change the host: the core, or the module that the host belongs to.
    var slot: LicenseSlot { self.hypervisor.slot }
}

extension Host.Hypervisor {
    /// What the hosts with this hypervisor belong to.
    var slot: LicenseSlot {
        switch self {
        case .kvm: .base
        case .esx: .module(.vmware)
        }
    }
}
