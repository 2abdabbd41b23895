public import LicenseModel

extension MenuState {
    /// What becomes of the entry in the main menu, in a word.
    public var label: LocalizedText {
        switch self {
        case .hidden: LocalizedText("hidden", "隐藏")
        case .shown: LocalizedText("shown", "显示")
        case .forbidden: LocalizedText("entry forbidden", "禁止访问")
        }
    }
}
