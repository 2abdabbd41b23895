public import LicenseModel

extension ProductCatalog {
    /// The cloud platform: its modules, units and editions, and its words where the license guide gives them.
    public static let zstack: ProductCatalog = {
        let catalog = ProductCatalog(
            product: "cloud",
            name: LocalizedText("the cloud platform", [.simplifiedChinese: "云平台"]),
            contact: LocalizedText("the vendor", [.simplifiedChinese: "云平台相关服务人员"]),
            modules: [
                .projectManagement: LocalizedText("enterprise management", [.simplifiedChinese: "企业管理"]),
                .vmware: LocalizedText("VMware management", [.simplifiedChinese: "VMware管理"]),
                .baremetal: LocalizedText("bare-metal management", [.simplifiedChinese: "裸金属管理"]),
                .disasterRecovery: LocalizedText("disaster recovery", [.simplifiedChinese: "灾备服务"]),
            ],
            units: [
                .hosts: LocalizedText("hosts", [.simplifiedChinese: "物理主机"]),
                .cpus: LocalizedText("CPU sockets", [.simplifiedChinese: "CPU"]),
                .vms: LocalizedText("virtual machines", [.simplifiedChinese: "云主机"]),
            ],
            editions: [
                .enterprise: LocalizedText("Enterprise", [.simplifiedChinese: "企业版"]),
                .hybrid: LocalizedText("Hybrid", [.simplifiedChinese: "混合云版"]),
            ],
            requiredLimits: [[.hosts, .cpus]]
        )
        do {
            return try catalog.adding(Self.englishTexts, in: .english).adding(Self.chineseTexts, in: .simplifiedChinese)
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    /// The platform's own words: what runs is called workloads, a node is known by its application code, and row 45 of the
    /// license guide says what a person reads who may not log in to a project.
    private static let englishTexts: [LicenseMessage.Key: String] = [
        "reason.base-expired":
            "The license[ {license}] for {product} expired[ at {instant}]. Running workloads continue; changes are blocked.",
        "reason.module-expired.project-management":
            "The license has expired. Please contact the administrator of the cloud platform.",
        "remedy.base-wrong-node": "Ask {contact} for a license for this node's application code, and import it.",
        "remedy.module-wrong-node": "Ask {contact} for a license for this node's application code, and import it.",
        "finding.wrong-node":
            "The license[ {license}] is bound to other nodes and is excluded. Ask {contact} for one for this node's"
            + " application code.",
    ]

    private static let chineseTexts: [LicenseMessage.Key: String] = [
        "reason.base-expired": "{product}许可证{license}已[于{instant}]过期。原有业务正常运行，请勿做任何操作。",
        "reason.module-expired.project-management": "许可证已过期，请联系云平台管理员",
        "remedy.base-wrong-node": "请使用本节点的应用代码重新申请许可证，并导入新的许可证。",
        "remedy.module-wrong-node": "请使用本节点的应用代码重新申请许可证，并导入新的许可证。",
        "finding.wrong-node": "许可证{license}绑定于其他节点，未予采用。请使用本节点的应用代码重新申请许可证。",
    ]
}

extension License.Module {
    /// Enterprise management, 企业管理.
    public static let projectManagement: License.Module = "project-management"

    /// VMware management, VMware管理.
    public static let vmware: License.Module = "vmware"

    /// Bare-metal management, 裸金属管理.
    public static let baremetal: License.Module = "baremetal"

    /// The disaster-recovery service, 灾备服务.
    public static let disasterRecovery: License.Module = "disaster-recovery"
}

extension License.Edition {
    /// The Enterprise edition, 企业版.
    public static let enterprise: License.Edition = "enterprise"

    /// The Hybrid edition, 混合云版.
    public static let hybrid: License.Edition = "hybrid"
}

extension LimitUnit {
    /// Physical hosts.
    public static let hosts: LimitUnit = "hosts"

    /// CPU sockets of the hosts.
    public static let cpus: LimitUnit = "cpus"

    /// Virtual machines.
    public static let vms: LimitUnit = "vms"
}
