public import LicenseModel

extension LicenseFinding {
    /// What an operator reads.
    public var message: LocalizedText {
        let id = self.licenseID?.rawValue ?? ""
        return switch self.code {
        case .buildNotCovered:
            LocalizedText(
                "The license \(id) does not cover this build of the product and is excluded.",
                "许可证\(id)不适用于当前版本，未予采用。"
            )
        case .clockSuspect:
            LocalizedText(
                "This machine's clock is behind the time that has been seen, or differs from another node's. Check it.",
                "本机时钟落后于已记录的时间，或与其他管理节点不一致，请检查本机时钟。"
            )
        case .issuedInFuture:
            LocalizedText(
                "The license \(id) was signed more than a day from now. Check this machine's clock.",
                "许可证\(id)的签发时间晚于当前时间一天以上，请检查本机时钟。"
            )
        case .wrongNode:
            LocalizedText(
                "The license \(id) is bound to other nodes and is excluded. Ask the vendor for one for this node's"
                    + " application code.",
                "许可证\(id)绑定于其他管理节点，未予采用。请使用本管理节点的应用代码重新申请许可证。"
            )
        case .licenseeDiffers:
            LocalizedText(
                "The license \(id) was issued by or to another than the cloud platform's license.",
                "许可证\(id)的签发者或用户与云平台许可证不一致。"
            )
        default:
            LocalizedText("There is something to look at: \(self).", "请注意：\(self)。")
        }
    }
}
