public import LicenseModel

extension Finding {
    /// What an operator reads.
    public var message: LocalizedText {
        switch self.code {
        case .buildNotCovered:
            LocalizedText(
                "The licence \(self.licenseID) does not cover this build of the product and is left out.",
                "许可证\(self.licenseID)不适用于当前版本，未予采用。"
            )
        case .issuedInFuture:
            LocalizedText(
                "The licence \(self.licenseID) was signed more than a day from now. Check this machine's clock.",
                "许可证\(self.licenseID)的签发时间晚于当前时间一天以上，请检查本机时钟。"
            )
        case .licenseeDiffers:
            LocalizedText(
                "The licence \(self.licenseID) was issued by or to another than the cloud platform's licence.",
                "许可证\(self.licenseID)的签发者或用户与云平台许可证不一致。"
            )
        }
    }
}
