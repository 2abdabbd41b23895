public import LicenseModel

extension ProductCatalog {
    /// The catalog of the cloud platform, with its modules, units, editions and message texts.
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

    /// The English texts that differ from the library's.
    ///
    /// The platform's own license files are signed messages. The platform identifies a node by its application code. If the license for enterprise management has expired, people
    /// who try to log in to a project see the text from the platform's license guide.
    private static let englishTexts: [LicenseMessage.Key: String] = [
        "file.signed-message":
            "The file is an S/MIME signed message. If it is a license file of the platform, this product must trust the vendor's key:"
            + " the product's developer sets it with VendorLicenseReader, and licensectl takes it with --vendor-key. If it is an"
            + " email, open it in an email program, save the license from it, and import that file.",
        "reason.module-expired.project-management":
            "The license has expired. Please contact the administrator of the cloud platform.",
        "remedy.base-wrong-node":
            "Send this node's application code to {contact}, and import the license that you get.",
        "remedy.module-wrong-node":
            "Send this node's application code to {contact}, and import the license that you get.",
        "finding.wrong-node":
            "[License {license}|The license] is bound to other nodes[ ({nodes}; this node: {node})] and is not used. If this node"
            + " has no other license, send its application code to {contact}.",
    ]

    /// The Simplified Chinese texts that differ from the library's.
    private static let chineseTexts: [LicenseMessage.Key: String] = [
        "file.signed-message":
            "该文件是S/MIME签名消息。如果它是平台的许可证文件，本产品须信任厂商的密钥：由产品开发者通过VendorLicenseReader设置，licensectl则使用--vendor-key指定。"
            + "如果它是邮件，请用邮件程序打开，保存其中的许可证后导入。",
        "reason.base-expired": "{product}许可证{license}已[于{instant}]过期。原有业务依然正常运行，请勿做任何操作。",
        "reason.module-expired.project-management": "许可证已过期，请联系云平台管理员",
        "remedy.base-wrong-node": "请使用本节点的应用代码，向{contact}重新申请许可证并导入。",
        "remedy.module-wrong-node": "请使用本节点的应用代码，向{contact}重新申请许可证并导入。",
        "finding.wrong-node":
            "许可证{license}绑定于其他节点[（{nodes}；本节点：{node}）]，已忽略。如本节点没有许可证，请使用本节点的应用代码，向{contact}申请。",
    ]
}

extension License.Module {
    /// The module for enterprise management (企业管理).
    public static let projectManagement: License.Module = "project-management"

    /// The module for VMware management (VMware管理).
    public static let vmware: License.Module = "vmware"

    /// The module for bare-metal management (裸金属管理).
    public static let baremetal: License.Module = "baremetal"

    /// The module for disaster recovery (灾备服务).
    public static let disasterRecovery: License.Module = "disaster-recovery"
}

extension License.Edition {
    /// The Enterprise edition of the platform (企业版).
    public static let enterprise: License.Edition = "enterprise"

    /// The Hybrid edition of the platform (混合云版).
    public static let hybrid: License.Edition = "hybrid"
}

extension LimitUnit {
    /// The unit for physical hosts (物理主机).
    public static let hosts: LimitUnit = "hosts"

    /// The unit for CPU sockets in physical hosts.
    public static let cpus: LimitUnit = "cpus"

    /// The unit for virtual machines (云主机).
    public static let vms: LimitUnit = "vms"
}
