import Licensing

extension PageTexts {
    /// The texts around every page, of the logins and of refusals.
    static let shell: [String: LocalizedText] = [
        "product": LocalizedText("Cloud platform", zh: "云平台"),
        "skip": LocalizedText("Skip to the content", zh: "跳转到正文"),
        "navigation": LocalizedText("Main menu", zh: "主菜单"),
        "demo": LocalizedText(
            "Demonstration: this node accepts test licenses.",
            zh: "演示环境：本节点接受测试许可证。"
        ),
        "otherLanguage": LocalizedText("中文", zh: "English"),
        "loggedInAs": LocalizedText("Logged in as", zh: "当前账户"),
        "administrator": LocalizedText("administrator", zh: "管理员"),
        "ordinary": LocalizedText("view only", zh: "只读"),
        "logOut": LocalizedText("Log out", zh: "退出登录"),
        "blocked": LocalizedText("no access", zh: "禁止访问"),
        "blockedWhy": LocalizedText("Why?", zh: "查看原因"),
        "reminderTitle": LocalizedText("License reminder", zh: "许可证提醒"),
        "reminderExpired": LocalizedText("License expired: changes are blocked", zh: "许可证已过期：操作被禁止"),
        "reminderModule": LocalizedText("Module license expired", zh: "模块许可证已过期"),
        "reminderOne": LocalizedText("1 license warning", zh: "1 条许可证提醒"),
        "reminderMany": LocalizedText("{1} license warnings", zh: "{1} 条许可证提醒"),
        "notNow": LocalizedText("Not now", zh: "暂不处理"),
        "hideReminder": LocalizedText("Hide until next login", zh: "隐藏至下次登录"),
        "notNowHint": LocalizedText("You will see this again at your next login.", zh: "下次登录时将再次提醒。"),
        "details": LocalizedText("View details", zh: "查看详情"),
        "done": LocalizedText("Done", zh: "操作成功"),
        "notDone": LocalizedText("Not done", zh: "操作未完成"),
        "refused": LocalizedText("This was refused. Nothing was changed.", zh: "操作被拒绝，未做任何更改。"),
        "closed": LocalizedText("You can't open this module right now.", zh: "当前无法进入该模块。"),
        "loginFailed": LocalizedText("The login failed.", zh: "登录失败。"),
        "whatToDo": LocalizedText("What to do:", zh: "处理方法："),
        "toLicenses": LocalizedText("Open the license page", zh: "打开许可证页面"),
        "back": LocalizedText("Back", zh: "返回"),
        "cancel": LocalizedText("Cancel", zh: "取消"),
        "loginTitle": LocalizedText("Log in", zh: "登录"),
        "loginHint": LocalizedText("For administrators and other accounts of the platform.", zh: "供平台管理员及其他平台账户使用。"),
        "accountName": LocalizedText("Account name", zh: "账户名"),
        "password": LocalizedText("Password", zh: "密码"),
        "logIn": LocalizedText("Log in", zh: "登录"),
        "sessionEnded": LocalizedText("Your session has ended. Log in again.", zh: "您的会话已结束，请重新登录。"),
        "loggedOut": LocalizedText("You are logged out.", zh: "您已退出登录。"),
        "toProjectLogin": LocalizedText("Log in to a project", zh: "项目登录"),
        "toAdministratorLogin": LocalizedText("Log in as an administrator", zh: "管理员登录"),
        "projectLoginTitle": LocalizedText("Project login", zh: "项目登录"),
        "projectLoginHint": LocalizedText("For members of a project.", zh: "供项目成员使用。"),
        "projectLoginLocked": LocalizedText("The project login is locked", zh: "项目登录已锁定"),
        "tooLarge": LocalizedText(
            "The form is too large. The files of an upload have at most 512 KiB in total.",
            zh: "提交的内容过大。单次上传的文件总计不得超过 512 KiB。"
        ),
        "tooSlow": LocalizedText("Sending the form took too long. Try again.", zh: "提交超时，请重试。"),
        "folderFailed": LocalizedText(
            "The license folder can't be read now. Tell an administrator.",
            zh: "暂时无法读取许可证目录，请联系管理员。"
        ),
        "badForm": LocalizedText(
            "The form could not be read. Open the page again. An upload has at most 14 files.",
            zh: "无法读取表单，请重新打开页面。单次最多上传 14 个文件。"
        ),
        "notFoundTitle": LocalizedText("There is no such page", zh: "页面不存在"),
        "notFoundHint": LocalizedText("Choose a page from the menu, or log in.", zh: "请从菜单中选择页面，或先登录。"),
    ]
}
