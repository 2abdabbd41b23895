import Licensing

extension PageTexts {
    /// The texts of changes, in plans and in the timeline.
    static let changes: [String: LocalizedText] = [
        "change.status": LocalizedText("status", zh: "状态"),
        "change.menu": LocalizedText("menu entry", zh: "主菜单入口"),
        "change.license": LocalizedText("license", zh: "许可证"),
        "change.edition": LocalizedText("edition", zh: "授权版本"),
        "change.limit": LocalizedText("limit on {1}", zh: "{1}授权数量"),
        "change.features": LocalizedText("features", zh: "授权功能"),
        "change.coveredUntil": LocalizedText("covered until", zh: "授权覆盖至"),
        "change.reminder": LocalizedText("reminder", zh: "提醒"),
        "change.login": LocalizedText("Login", zh: "登录"),
        "change.none": LocalizedText("none", zh: "无"),
        "change.all": LocalizedText("all", zh: "全部"),
        "change.begins": LocalizedText("a reminder starts", zh: "开始提醒"),
        "change.ends": LocalizedText("the reminder ends", zh: "提醒结束"),
        "operation.view": LocalizedText("view", zh: "查看"),
        "operation.operate": LocalizedText("change and use", zh: "操作"),
        "operation.recover": LocalizedText("recover", zh: "恢复"),
        "operation.keepRunning": LocalizedText("keep running", zh: "保持运行"),
    ]
}
