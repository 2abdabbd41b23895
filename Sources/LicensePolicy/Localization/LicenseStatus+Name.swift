public import LicenseModel

extension LicenseStatus {
    /// The word beside a license on a page, in every language.
    ///
    /// A status that this release does not know keeps its own name.
    public var localizedName: LocalizedText {
        switch self {
        case .unlicensed: LocalizedText("no license", "未授权")
        case .notActivated: LocalizedText("not activated", "未激活")
        case .notYetValid: LocalizedText("not yet valid", "未生效")
        case .valid: LocalizedText("valid", "有效")
        case .activated: LocalizedText("activated", "已激活")
        case .grace: LocalizedText("grace period", "宽限期")
        case .expired: LocalizedText("expired", "过期")
        default: LocalizedText(self.rawValue, self.rawValue)
        }
    }
}
