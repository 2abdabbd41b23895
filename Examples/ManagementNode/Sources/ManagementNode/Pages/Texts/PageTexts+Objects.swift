import Licensing

extension PageTexts {
    /// The texts of hosts, image servers, primary storages and modules.
    static let objects: [String: LocalizedText] = [
        "hostsTitle": LocalizedText("Hosts", zh: "物理主机"),
        "hostsEmpty": LocalizedText("There are no hosts.", zh: "暂无物理主机。"),
        "hostsAdd": LocalizedText("Add a host", zh: "添加物理主机"),
        "vmwareTitle": LocalizedText("VMware management", zh: "VMware管理"),
        "vmwareEmpty": LocalizedText("There are no VMware hosts.", zh: "暂无 VMware 主机。"),
        "vmwareAdd": LocalizedText("Add a VMware host", zh: "添加 VMware 主机"),
        "imageServersTitle": LocalizedText("Image servers", zh: "镜像服务器"),
        "imageServersEmpty": LocalizedText("There are no image servers.", zh: "暂无镜像服务器。"),
        "imageServersAdd": LocalizedText("Add an image server", zh: "添加镜像服务器"),
        "primaryStoragesTitle": LocalizedText("Primary storage", zh: "主存储"),
        "primaryStoragesEmpty": LocalizedText("There is no primary storage.", zh: "暂无主存储。"),
        "primaryStoragesAdd": LocalizedText("Add primary storage", zh: "添加主存储"),
        "ip": LocalizedText("IP address or hostname", zh: "IP 地址或主机名"),
        "url": LocalizedText("URL or path", zh: "URL 或路径"),
        "sockets": LocalizedText("CPU sockets", zh: "CPU 数量"),
        "connected": LocalizedText("Connected at", zh: "连接时间"),
        "add": LocalizedText("Add", zh: "添加"),
        "reconnect": LocalizedText("Reconnect", zh: "重连"),
        "deleteObject": LocalizedText("Delete", zh: "删除"),
        "hostsOne": LocalizedText("host", zh: "物理主机"),
        "vmwareOne": LocalizedText("VMware host", zh: "VMware 主机"),
        "imageServersOne": LocalizedText("image server", zh: "镜像服务器"),
        "primaryStoragesOne": LocalizedText("primary storage", zh: "主存储"),
        "deleteObjectTitle": LocalizedText("Delete {1} \"{2}\" ({3})?", zh: "删除{1}“{2}”（{3}）？"),
        "deleteHostHint": LocalizedText(
            "The host is removed from the platform. Adding it again needs a free place in the license and, while the license is expired, is refused.",
            zh: "该主机将从平台移除。再次添加需要许可证有可用数量，许可证过期期间将被拒绝。"
        ),
        "deleteStorageHint": LocalizedText(
            "It is removed from the platform. While the license is expired, adding it again is refused.",
            zh: "该对象将从平台移除。许可证过期期间，再次添加将被拒绝。"
        ),
        "deleteObjectYes": LocalizedText("Delete {1}", zh: "删除 {1}"),
        "addRefused": LocalizedText(
            "Adding {1} \"{2}\" was refused. Nothing was changed.",
            zh: "添加{1}“{2}”被拒绝，未做任何更改。"
        ),
        "reconnectRefused": LocalizedText(
            "Reconnecting {1} \"{2}\" was refused. Nothing was changed.",
            zh: "重连{1}“{2}”被拒绝，未做任何更改。"
        ),
        "startRefused": LocalizedText(
            "Starting a task of {1} was refused. Nothing was changed.",
            zh: "启动{1}的任务被拒绝，未做任何更改。"
        ),
        "addingBlocked": LocalizedText(
            "Adding and reconnecting are refused now. Deleting still works.",
            zh: "当前无法添加或重连，仍可删除。"
        ),
        "objectAdded": LocalizedText("{1} \"{2}\" was added.", zh: "已添加{1}“{2}”。"),
        "objectReconnected": LocalizedText("{1} \"{2}\" was reconnected.", zh: "已重连{1}“{2}”。"),
        "objectDeleted": LocalizedText("{1} \"{2}\" was deleted.", zh: "已删除{1}“{2}”。"),
        "viewOnly": LocalizedText("Only an administrator can make changes here.", zh: "仅管理员可在此进行更改。"),
        "socketsNumber": LocalizedText("The CPU sockets must be a number.", zh: "CPU 数量必须是数字。"),
        "moduleHint": LocalizedText("Your license allows you to view this module.", zh: "许可证允许查看此模块。"),
        "moduleStart": LocalizedText("Start a task of the module", zh: "启动模块任务"),
        "moduleStarted": LocalizedText("The task was started.", zh: "任务已启动。"),
        "orphansTitle": LocalizedText("Hosts of the VMware module", zh: "VMware 模块的主机"),
        "orphansHint": LocalizedText(
            "The module cannot be used now. Its hosts count against the base license. You can delete them here.",
            zh: "该模块当前不可用，其主机计入基础许可证的授权数量。您可以在此删除。"
        ),
    ]
}
