import Licensing

extension PageTexts {
    /// The texts of the license page.
    static let about: [String: LocalizedText] = [
        "aboutTitle": LocalizedText("About: licenses", zh: "关于：许可证"),
        "aboutMenu": LocalizedText("About", zh: "关于"),
        "onThisPage": LocalizedText("On this page", zh: "本页内容"),
        "asOf": LocalizedText("As of", zh: "状态时间"),
        "statusTitle": LocalizedText("Status", zh: "授权状态"),
        "name": LocalizedText("Name", zh: "名称"),
        "status": LocalizedText("Status", zh: "状态"),
        "expires": LocalizedText("Ends", zh: "到期时间"),
        "covered": LocalizedText("Covered until", zh: "授权覆盖至"),
        "graceEnds": LocalizedText("Grace period ends", zh: "宽限期至"),
        "daysLeft": LocalizedText("Days left", zh: "剩余天数"),
        "never": LocalizedText("never", zh: "永久"),
        "menuEntry": LocalizedText("Menu entry", zh: "主菜单入口"),
        "license": LocalizedText("License", zh: "许可证"),
        "licenseType": LocalizedText("Type", zh: "类型"),
        "edition": LocalizedText("Edition", zh: "授权版本"),
        "licensee": LocalizedText("Customer", zh: "被授权方"),
        "limits": LocalizedText("Limits", zh: "授权数量"),
        "features": LocalizedText("Features", zh: "授权功能"),
        "updates": LocalizedText("Builds covered until", zh: "可升级至"),
        "blockedOperations": LocalizedText("Changes are blocked because:", zh: "以下原因导致操作被禁止："),
        "notAvailable": LocalizedText("Not available because:", zh: "以下原因导致该模块不可用："),
        "baseBlocks": LocalizedText(
            "Changes need a valid base license: see Cloud platform.",
            zh: "操作需要有效的基础许可证，详见“云平台”。"
        ),
        "operationsAllowed": LocalizedText("All changes are allowed.", zh: "允许所有操作。"),
        "community": LocalizedText(
            "Without a base license, the platform runs as the Community edition: the core works without modules.",
            zh: "未加载基础许可证，平台以社区版运行：核心功能可用，模块不可用。"
        ),
        "licensesOfSlot": LocalizedText("Loaded licenses", zh: "已加载的许可证"),
        "useTitle": LocalizedText("Limits and use", zh: "授权数量与使用情况"),
        "unit": LocalizedText("Unit", zh: "计量单位"),
        "licensed": LocalizedText("Licensed", zh: "已授权"),
        "used": LocalizedText("In use", zh: "已使用"),
        "absorbed": LocalizedText("Covered by modules", zh: "模块许可证承担"),
        "available": LocalizedText("Available", zh: "可用"),
        "over": LocalizedText("Over the limit", zh: "超出"),
        "noQuotas": LocalizedText("No license limits a number now.", zh: "当前没有数量限制。"),
        "findingsTitle": LocalizedText("Needs attention", zh: "需要关注"),
        "noFindings": LocalizedText("Nothing needs attention.", zh: "没有需要关注的事项。"),
        "timelineTitle": LocalizedText("What comes next", zh: "状态变化时间线"),
        "timelineHint": LocalizedText(
            "How each status changes if no other license is loaded. The table below says the same.",
            zh: "如不加载其他许可证，各项状态将如图变化。下表内容相同。"
        ),
        "timelineNow": LocalizedText("now", zh: "现在"),
        "timelineEmpty": LocalizedText("No license has an end: nothing changes.", zh: "许可证均无到期时间，状态不会变化。"),
        "timelineMore": LocalizedText("More changes follow.", zh: "之后还有其他变化。"),
        "when": LocalizedText("When", zh: "时间"),
        "whatChanges": LocalizedText("What changes", zh: "变化内容"),
        "codeTitle": LocalizedText("Application code", zh: "应用代码"),
        "codeHint": LocalizedText(
            "Send this code to the vendor to get a license for this node. It has no secret in it.",
            zh: "请将此代码发送给供应商，以获取适用于本节点的许可证。代码中不含机密信息。"
        ),
        "codeLabel": LocalizedText("Application code of this node", zh: "本节点的应用代码"),
        "download": LocalizedText("Download as a file", zh: "下载为文件"),
        "uploadTitle": LocalizedText("Load licenses", zh: "加载许可证"),
        "uploadHint": LocalizedText(
            "Choose one or more license files. You see what each would change before you install it.",
            zh: "请选择一个或多个许可证文件。安装前将显示每个文件带来的变化。"
        ),
        "files": LocalizedText("License files", zh: "许可证文件"),
        "allowOlder": LocalizedText(
            "Also take a license that is older than the one installed",
            zh: "允许加载早于已安装许可证的许可证"
        ),
        "upload": LocalizedText("Upload and check", zh: "上传并检查"),
        "noFile": LocalizedText("Choose a license file first.", zh: "请先选择许可证文件。"),
        "pendingTitle": LocalizedText("Confirm the uploads", zh: "确认上传的许可证"),
        "pendingHint": LocalizedText(
            "These files are not installed yet. They are discarded after 15 minutes, and when you log out.",
            zh: "以下文件尚未安装，将在 15 分钟后或退出登录时丢弃。"
        ),
        "contains": LocalizedText("Licenses in the file", zh: "文件中的许可证"),
        "alreadyInstalled": LocalizedText("already installed", zh: "已安装"),
        "gains": LocalizedText("New permissions", zh: "新增权限"),
        "changesTitle": LocalizedText("Changes", zh: "变化"),
        "noChanges": LocalizedText("Nothing changes now.", zh: "当前没有变化。"),
        "warningsTitle": LocalizedText("Read this before you continue", zh: "继续前请注意"),
        "install": LocalizedText("Install", zh: "安装"),
        "installAnyway": LocalizedText("Install all the same", zh: "仍然安装"),
        "discard": LocalizedText("Discard", zh: "丢弃"),
        "uploadGone": LocalizedText(
            "Nothing was installed: this upload was already confirmed or discarded, its plan has changed, or it waited for more than 15 minutes.",
            zh: "未安装任何许可证：该上传已被确认或丢弃、其变化内容已更新，或等待时间超过 15 分钟。"
        ),
        "planChanged": LocalizedText(
            "Nothing was installed yet: the licenses changed in the meantime. Read what the file would change now.",
            zh: "尚未安装：许可证在此期间已发生变化。请重新查看该文件带来的变化。"
        ),
        "uploadsFull": LocalizedText(
            "Too many uploads wait for a confirmation. Confirm or discard some, and upload the file again.",
            zh: "等待确认的上传过多。请先确认或丢弃部分上传，然后重新上传该文件。"
        ),
        "installed": LocalizedText("Installed. Press Reload so that it counts.", zh: "已安装。请点击“重新加载”使其生效。"),
        "discarded": LocalizedText("The upload was discarded.", zh: "已丢弃该上传。"),
        "waitingToReload": LocalizedText(
            "Installed licenses do not count yet. Press Reload.",
            zh: "已安装的许可证尚未生效，请点击“重新加载”。"
        ),
        "reload": LocalizedText("Reload", zh: "重新加载"),
        "reloadHint": LocalizedText(
            "Reads all installed licenses again, and puts them into use.",
            zh: "重新读取所有已安装的许可证并使其生效。"
        ),
        "reloaded": LocalizedText("The licenses were loaded again.", zh: "许可证已重新加载。"),
        "storedTitle": LocalizedText("Installed licenses", zh: "已安装的许可证"),
        "noneStored": LocalizedText("No license is installed.", zh: "未安装许可证。"),
        "appliesTo": LocalizedText("For", zh: "适用于"),
        "starts": LocalizedText("Starts", zh: "生效时间"),
        "use": LocalizedText("In use", zh: "是否生效"),
        "active": LocalizedText("in use", zh: "已生效"),
        "staged": LocalizedText("after a reload", zh: "重新加载后生效"),
        "leaving": LocalizedText("until a reload", zh: "重新加载后失效"),
        "action": LocalizedText("Action", zh: "操作"),
        "delete": LocalizedText("Delete", zh: "删除"),
        "deleteTitle": LocalizedText("Delete this license?", zh: "删除该许可证？"),
        "deleteHint": LocalizedText(
            "The license is deleted at once. To use it again, upload its file again.",
            zh: "许可证将立即删除。如需再次使用，请重新上传许可证文件。"
        ),
        "deleteYes": LocalizedText("Delete the license", zh: "删除许可证"),
        "deleted": LocalizedText("The license was deleted.", zh: "许可证已删除。"),
        "onlyAdministrators": LocalizedText(
            "Only an administrator can load, reload and delete licenses.",
            zh: "仅管理员可加载、重新加载和删除许可证。"
        ),
        "historyTitle": LocalizedText("History of the licenses", zh: "许可证操作记录"),
        "toHistory": LocalizedText("Show the history", zh: "查看操作记录"),
        "historyEmpty": LocalizedText("Nothing has happened yet.", zh: "暂无记录。"),
        "historyHint": LocalizedText("The latest 200 entries.", zh: "最近 200 条记录。"),
        "event": LocalizedText("Event", zh: "事件"),
        "note": LocalizedText("Note", zh: "说明"),
        "file": LocalizedText("File", zh: "文件"),
        "actor": LocalizedText("By", zh: "操作者"),
        "times": LocalizedText("Times", zh: "次数"),
        "event.install": LocalizedText("installed", zh: "安装"),
        "event.delete": LocalizedText("deleted", zh: "删除"),
        "event.reload": LocalizedText("reloaded", zh: "重新加载"),
        "event.refused": LocalizedText("refused", zh: "被拒绝"),
        "event.finding": LocalizedText("finding", zh: "发现问题"),
    ]
}
