public import LicenseModel

extension Finding {
    /// What an operator reads.
    public var message: LocalizedText {
        let id = self.licenseID?.rawValue ?? ""
        return switch self.code {
        case .buildNotCovered:
            LocalizedText(
                "The licence \(id) does not cover this build of the product and is left out.",
                "许可证\(id)不适用于当前版本，未予采用。"
            )
        case .clockSuspect:
            LocalizedText(
                "This machine's clock is behind the time that has been seen, or differs from another node's. Check it.",
                "本机时钟落后于已记录的时间，或与其他管理节点不一致，请检查本机时钟。"
            )
        case .issuedInFuture:
            LocalizedText(
                "The licence \(id) was signed more than a day from now. Check this machine's clock.",
                "许可证\(id)的签发时间晚于当前时间一天以上，请检查本机时钟。"
            )
        case .licenseeDiffers:
            LocalizedText(
                "The licence \(id) was issued by or to another than the cloud platform's licence.",
                "许可证\(id)的签发者或用户与云平台许可证不一致。"
            )
        }
    }
}
