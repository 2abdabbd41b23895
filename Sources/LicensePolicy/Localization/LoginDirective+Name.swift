public import LicenseModel

extension LoginDirective {
    /// What happens at login, in a few words.
    public var localizedName: LocalizedText {
        switch self {
        case .proceed: LocalizedText("as usual", "正常登录")
        case .remind: LocalizedText("with a reminder", "登录时提醒续费")
        case .redirect: LocalizedText("to the page about the license", "登录后转到许可证页面")
        }
    }
}
