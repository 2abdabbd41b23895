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
        "ended": LocalizedText("Ended", zh: "已过期"),
        "ago": LocalizedText("{1} ago", zh: "{1}"),
        "days.none": LocalizedText("less than 1 day", zh: "不足 1 天"),
        "days.one": LocalizedText("1 day", zh: "1 天"),
        "days.many": LocalizedText("{1} days", zh: "{1} 天"),
        "expiredAgo": LocalizedText("expired {1} ago", zh: "已过期 {1}"),
        "graceLeft": LocalizedText("{1} of the grace period left", zh: "宽限期剩余 {1}"),
        "graceBlocked": LocalizedText(
            "{1}: the license is in its grace period until {2}, but changes are blocked until the base license is renewed.",
            zh: "{1}：许可证处于宽限期（至 {2}），但须先续费基础许可证才能进行操作。"
        ),
        "viewOnlyBase": LocalizedText("view only: the base license has expired", zh: "仅可查看：基础许可证已过期"),
        "timeLeft": LocalizedText("{1} left", zh: "剩余 {1}"),
        "never": LocalizedText("never", zh: "永久"),
        "menuEntry": LocalizedText("Menu entry", zh: "主菜单入口"),
        "license": LocalizedText("License", zh: "许可证"),
        "licenseType": LocalizedText("Type", zh: "类型"),
        "type.Paid": LocalizedText("Paid", zh: "付费"),
        "type.AddOn": LocalizedText("Module license", zh: "模块许可证"),
        "type.Trial": LocalizedText("Trial", zh: "试用"),
        "type.TrialExt": LocalizedText("Extended trial", zh: "扩展试用"),
        "type.Hybrid": LocalizedText("Hybrid", zh: "混合云"),
        "type.HybridTrialExt": LocalizedText("Hybrid trial", zh: "混合云试用"),
        "type.OEM": LocalizedText("OEM", zh: "OEM"),
        "type.Free": LocalizedText("Free", zh: "免费"),
        "edition": LocalizedText("Edition", zh: "授权版本"),
        "licensee": LocalizedText("Customer", zh: "被授权方"),
        "limits": LocalizedText("Limits", zh: "授权数量"),
        "features": LocalizedText("Features", zh: "授权功能"),
        "updates": LocalizedText("Builds covered until", zh: "可升级至"),
        "blockedOperations": LocalizedText("Changes are blocked because:", zh: "以下原因导致操作被禁止："),
        "notAvailable": LocalizedText("Not available because:", zh: "以下原因导致该模块不可用："),
        "baseBlocks": LocalizedText("Changes need a valid base license.", zh: "操作需要有效的基础许可证。"),
        "baseNeeded": LocalizedText("A base license is needed, too.", zh: "还需要安装基础许可证。"),
        "seeBase": LocalizedText("See Cloud platform", zh: "查看“云平台”"),
        "viewOnlyBadge": LocalizedText("view only", zh: "仅可查看"),
        "operationsAllowed": LocalizedText(
            "Changes are possible.",
            zh: "可以正常操作。"
        ),
        "otherOperations": LocalizedText("Other changes are possible.", zh: "其他操作不受影响。"),
        "limitReached": LocalizedText(
            "Limit on {1} reached: {2} of {3} available. Adding {1} will be refused.",
            zh: "{1}授权数量已用完（可用 {2} / 授权 {3}），无法再添加{1}。"
        ),
        "community": LocalizedText(
            "Without a base license, the platform runs as the Community edition: the core works without modules.",
            zh: "未安装基础许可证，平台以社区版运行：核心功能可用，模块不可用。"
        ),
        "licensesOfSlot": LocalizedText("Licenses of this item", zh: "相关许可证"),
        "useTitle": LocalizedText("Limits and use", zh: "授权数量与使用情况"),
        "unit": LocalizedText("Unit", zh: "计量单位"),
        "licensed": LocalizedText("Licensed", zh: "已授权"),
        "used": LocalizedText("Total", zh: "总数"),
        "absorbed": LocalizedText("Covered by module licenses", zh: "模块许可证抵扣"),
        "counted": LocalizedText("Counted", zh: "计入"),
        "available": LocalizedText("Available", zh: "可用"),
        "over": LocalizedText("Over", zh: "超出"),
        "noQuotas": LocalizedText("No limits apply.", zh: "当前没有数量限制。"),
        "attentionTitle": LocalizedText("Needs attention", zh: "需要关注"),
        "attentionNone": LocalizedText("Nothing needs attention.", zh: "没有需要关注的事项。"),
        "stillPossible": LocalizedText(
            "Still possible: running workloads, viewing, deleting, and loading a new license. Blocked: adding, reconnecting and starting tasks.",
            zh: "仍可：业务继续运行、查看、删除，以及上传、安装并重新加载新许可证。已禁止：添加、重连和启动任务。"
        ),
        "stepsTitle": LocalizedText("How to make changes possible again", zh: "如何恢复操作"),
        "stepCode": LocalizedText("Download the application code.", zh: "下载应用代码；"),
        "stepSend": LocalizedText("Send it to the vendor.", zh: "发送给供应商；"),
        "stepUpload": LocalizedText("Upload the license file.", zh: "上传许可证文件；"),
        "stepInstall": LocalizedText("Check and install it.", zh: "检查并安装；"),
        "stepReload": LocalizedText("Reload.", zh: "重新加载。"),
        "timelineTitle": LocalizedText("What comes next", zh: "状态变化时间线"),
        "timelineHint": LocalizedText(
            "How each status changes if you install no other license. A module also needs a valid base license.",
            zh: "如不安装其他许可证，各项状态将如下变化。模块还需要有效的基础许可证才能操作。"
        ),
        "timelineNow": LocalizedText("now", zh: "现在"),
        "timelineEmpty": LocalizedText("No license has an end: nothing changes.", zh: "许可证均无到期时间，状态不会变化。"),
        "timelineNone": LocalizedText(
            "No license is in effect, so no change is scheduled.",
            zh: "当前没有生效的许可证，状态不会变化。"
        ),
        "timelineMore": LocalizedText("More changes follow.", zh: "之后还有其他变化。"),
        "when": LocalizedText("When", zh: "时间"),
        "whatChanges": LocalizedText("What changes", zh: "变化内容"),
        "codeTitle": LocalizedText("Application code", zh: "应用代码"),
        "codeHint": LocalizedText(
            "Send this code to the vendor to get a license for this node. It contains no secrets.",
            zh: "请将此代码发送给供应商，以获取适用于本节点的许可证。代码中不含机密信息。"
        ),
        "codeUnreadable": LocalizedText("The code can't be read now.", zh: "暂时无法读取应用代码。"),
        "download": LocalizedText("Download as a file", zh: "下载为文件"),
        "uploadTitle": LocalizedText("Import licenses", zh: "导入许可证"),
        "uploadHint": LocalizedText(
            "Choose one or more license files. You see what each would change before you install it.",
            zh: "请选择一个或多个许可证文件。安装前将显示每个文件带来的变化。"
        ),
        "files": LocalizedText("License files", zh: "许可证文件"),
        "allowOlder": LocalizedText(
            "Also install a license that is older than the installed one",
            zh: "允许安装早于已安装许可证的许可证"
        ),
        "upload": LocalizedText("Upload and check", zh: "上传并检查"),
        "uploadRefused": LocalizedText("The upload was refused. Nothing was changed.", zh: "上传被拒绝，未做任何更改。"),
        "someRefused": LocalizedText(
            "Some files were refused. The others wait for your confirmation.",
            zh: "部分文件被拒绝，其余文件等待您确认。"
        ),
        "chooseAnother": LocalizedText("Choose another file", zh: "重新选择文件"),
        "noFile": LocalizedText("Choose a license file first.", zh: "请先选择许可证文件。"),
        "pendingTitle": LocalizedText("Confirm the uploads", zh: "确认上传的许可证"),
        "pendingHint": LocalizedText(
            "These files are not installed yet. They are discarded after 15 minutes, and when you log out. Each is checked on its own: install the base license first, and the others are checked again.",
            zh: "以下文件尚未安装，将在 15 分钟后或退出登录时丢弃。每个文件单独检查：请先安装基础许可证，其余文件随后会重新检查。"
        ),
        "contains": LocalizedText("Licenses in the file", zh: "文件中的许可证"),
        "alreadyInstalled": LocalizedText("already installed", zh: "已安装"),
        "gains": LocalizedText("New permissions", zh: "新增权限"),
        "changesTitle": LocalizedText("Changes", zh: "变化"),
        "noChanges": LocalizedText("Nothing changes now.", zh: "当前没有变化。"),
        "warningsTitle": LocalizedText("Read this before you continue", zh: "继续前请注意"),
        "install": LocalizedText("Install {1}", zh: "安装 {1}"),
        "installAnyway": LocalizedText("Install {1} anyway", zh: "仍然安装 {1}"),
        "discard": LocalizedText("Discard {1}", zh: "丢弃 {1}"),
        "endsEarlier": LocalizedText(
            "{1} ends on {2} ({3} left). The current license ends on {4}.",
            zh: "{1} 于 {2} 到期（剩余 {3}），当前许可证于 {4} 到期。"
        ),
        "endsAtAll": LocalizedText(
            "{1} ends on {2} ({3} left). The current license has no end.",
            zh: "{1} 于 {2} 到期（剩余 {3}），当前许可证永久有效。"
        ),
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
        "discarded": LocalizedText("The upload was discarded.", zh: "已丢弃该上传。"),
        "stagedNotice": LocalizedText("Installed, but not in effect yet: {1}", zh: "已安装但尚未生效：{1}"),
        "leavingNotice": LocalizedText("Removed, but in effect until a reload: {1}", zh: "已移除，重新加载后失效：{1}"),
        "stagedHere": LocalizedText("Installed, but not in effect yet. Reload now.", zh: "已安装但尚未生效，请立即重新加载。"),
        "reloadNow": LocalizedText("Reload now", zh: "立即重新加载"),
        "reload": LocalizedText("Reload", zh: "重新加载"),
        "reloadHint": LocalizedText(
            "Reads all installed licenses again and puts them into effect.",
            zh: "重新读取所有已安装的许可证并使其生效。"
        ),
        "reloaded": LocalizedText("The licenses were reloaded.", zh: "许可证已重新加载。"),
        "storedTitle": LocalizedText("Installed licenses", zh: "已安装的许可证"),
        "noneStored": LocalizedText("No license is installed.", zh: "未安装许可证。"),
        "storedUnreadable": LocalizedText(
            "The list can't be read now. What the licenses allow has not changed.",
            zh: "暂时无法读取列表。许可证的授权状态不受影响。"
        ),
        "storedMore": LocalizedText("The first {1} of {2} licenses.", zh: "共 {2} 个许可证，仅显示前 {1} 个。"),
        "findingsMore": LocalizedText(
            "{1} more problems are in the log of the management node.",
            zh: "另有 {1} 个问题，详见管理节点日志。"
        ),
        "findingsOfFolder": LocalizedText(
            "Problems with license files: {1}. Tell an administrator, who can see them on this page.",
            zh: "许可证文件存在 {1} 个问题，请联系管理员在本页面查看。"
        ),
        "appliesTo": LocalizedText("For", zh: "适用于"),
        "starts": LocalizedText("Starts", zh: "生效时间"),
        "state": LocalizedText("State", zh: "状态"),
        "state.current": LocalizedText("in effect", zh: "生效中"),
        "state.staged": LocalizedText("waiting for reload", zh: "待重新加载"),
        "state.leaving": LocalizedText("in effect until a reload", zh: "重新加载后失效"),
        "state.follows": LocalizedText("in effect later", zh: "后续接替"),
        "state.superseded": LocalizedText("replaced by another license", zh: "已被其他许可证取代"),
        "state.unused": LocalizedText("not used", zh: "未采用"),
        "action": LocalizedText("Action", zh: "操作"),
        "delete": LocalizedText("Delete", zh: "删除"),
        "deleteTitle": LocalizedText("Delete license {1}?", zh: "删除许可证 {1}？"),
        "deleteHint": LocalizedText(
            "The license is deleted immediately. To use it again, upload its file again.",
            zh: "许可证将立即删除。如需再次使用，请重新上传许可证文件。"
        ),
        "deleteShortens": LocalizedText(
            "Without this license, {1} is licensed only until {2} ({3} left). Now: {4}.",
            zh: "删除后，{1}的授权仅到 {2}（剩余 {3}），当前为 {4}。"
        ),
        "deleteToCommunity": LocalizedText(
            "After this, the platform runs as the Community edition: no module can be used, except to view what it has.",
            zh: "删除后平台以社区版运行：模块不可操作，最多只能查看。"
        ),
        "deleteYes": LocalizedText("Delete license {1}", zh: "删除许可证 {1}"),
        "deleted": LocalizedText("The license was deleted.", zh: "许可证已删除。"),
        "askAdministrator": LocalizedText(
            "Ask an administrator to upload, install, reload or delete licenses.",
            zh: "如需上传、安装、重新加载或删除许可证，请联系管理员。"
        ),
        "historyTitle": LocalizedText("License history", zh: "许可证操作记录"),
        "toHistory": LocalizedText("License history", zh: "许可证操作记录"),
        "historyEmpty": LocalizedText("Nothing has happened yet.", zh: "暂无记录。"),
        "historyHint": LocalizedText("Up to 200 latest entries.", zh: "最多显示最近 200 条记录。"),
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
