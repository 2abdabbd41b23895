public import LicenseModel

extension LimitUnit {
    /// The name by which people know the unit.
    ///
    /// One that the guide does not name keeps its own.
    public var localizedName: LocalizedText {
        switch self {
        case .hosts: LocalizedText("hosts", "物理主机")
        case .cpus: LocalizedText("CPU sockets", "CPU")
        case .vms: LocalizedText("virtual machines", "云主机")
        default: LocalizedText(self.rawValue, self.rawValue)
        }
    }
}
