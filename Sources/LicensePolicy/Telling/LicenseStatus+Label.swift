public import LicenseModel

extension LicenseStatus {
    /// The word beside a licence on a page (licence guide, row 14).
    public var label: LocalizedText {
        switch self {
        case .none: LocalizedText("no licence", "未授权")
        case .notActivated: LocalizedText("not activated", "未激活")
        case .notYetValid: LocalizedText("not yet valid", "未生效")
        case .valid: LocalizedText("valid", "有效")
        case .activated: LocalizedText("activated", "已激活")
        case .grace: LocalizedText("grace period", "宽限期")
        case .expired: LocalizedText("expired", "过期")
        }
    }
}
