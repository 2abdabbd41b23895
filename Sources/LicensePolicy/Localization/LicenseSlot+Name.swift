public import LicenseModel

extension LicenseSlot {
    /// The name by which people know the slot.
    ///
    /// A module that the library does not know keeps its own.
    public var localizedName: LocalizedText {
        switch self {
        case .base: LocalizedText("cloud platform", "云平台")
        case .module(.projectManagement): LocalizedText("enterprise management", "企业管理")
        case .module(.vmware): LocalizedText("VMware management", "VMware管理")
        case .module(.baremetal): LocalizedText("bare-metal management", "裸金属管理")
        case .module(.disasterRecovery): LocalizedText("disaster recovery", "灾备服务")
        case .module(let module): LocalizedText(module.rawValue, module.rawValue)
        }
    }
}
