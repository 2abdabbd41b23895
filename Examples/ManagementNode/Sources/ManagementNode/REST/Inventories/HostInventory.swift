import ZStackLicensing

/// A host, as the platform's clients read it.
struct HostInventory: Inventory {
    let uuid: String
    let name: String
    let managementIp: String
    let hypervisorType: String
    let cpuSockets: Int
    let state = "Enabled"
    let status = "Connected"
    let createDate: String
    let lastOpDate: String

    init(_ host: Host, offset: UTCOffset) {
        self.uuid = host.uuid
        self.name = host.name
        self.managementIp = host.managementIp
        self.hypervisorType = host.hypervisor.rawValue
        self.cpuSockets = host.cpuSockets
        self.createDate = offset.text(of: host.createdAt)
        self.lastOpDate = offset.text(of: host.connectedAt)
    }

    static func type(of host: Host) -> String {
        switch host.hypervisor {
        case .kvm: "org.zstack.kvm.KVMHostInventory"
        case .esx: "org.zstack.vmware.ESXHostInventory"
        }
    }
}
