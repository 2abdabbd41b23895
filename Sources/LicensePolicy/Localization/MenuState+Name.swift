public import LicenseModel

extension MenuState {
    /// What becomes of a module's entry in the main menu, in a word.
    public var localizedName: LocalizedText {
        switch self {
        case .hidden: LocalizedText("hidden", "隐藏")
        case .shown: LocalizedText("shown", "显示")
        case .forbidden: LocalizedText("entry forbidden", "禁止访问")
        }
    }
}
