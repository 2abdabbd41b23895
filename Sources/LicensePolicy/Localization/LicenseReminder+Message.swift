public import LicenseModel

extension LicenseReminder {
    /// What a person reads at login: what ends, and to renew.
    public var message: LocalizedText {
        let english = (self.subject == .base ? "the " : "") + self.subject.localizedName.english
        let chinese = self.subject.localizedName.simplifiedChinese
        let renew = LocalizedText(
            "To keep using the product, please contact the vendor soon and renew.",
            "为不影响您的正常使用，请尽快联系云平台相关服务人员进行续费，以继续使用本产品。"
        )
        let news =
            switch self.kind {
            case .expiring:
                LocalizedText(
                    "The license for \(english) ends within \(self.daysRemaining) day\(self.daysRemaining == 1 ? "" : "s").",
                    "\(chinese)许可证将在\(self.daysRemaining)天内到期。"
                )
            case .grace:
                LocalizedText(
                    "The license for \(english) has expired, and its grace period runs.",
                    "\(chinese)许可证已过期，目前处于宽限期。"
                )
            case .expired:
                LocalizedText("The license for \(english) has expired.", "\(chinese)许可证已过期。")
            default:
                LocalizedText("About the license for \(english): \(self.kind).", "\(chinese)许可证：\(self.kind)。")
            }
        return LocalizedText(
            "\(news.english) \(renew.english)",
            news.simplifiedChinese + renew.simplifiedChinese
        )
    }
}
