public import LicenseModel

extension LicenseError {
    /// Why a licence text is refused, and what to do next.
    ///
    /// The English is ``LicenseModel/LicenseError/message``.
    public var localizedMessage: LocalizedText {
        let place = self.block.map { "（第\($0)段）" } ?? ""
        return LocalizedText(
            self.message,
            self.code.chineseProblem(member: self.member) + place + "。" + self.code.chineseAdvice
        )
    }
}

extension LicenseError.Code {
    fileprivate func chineseProblem(member: String?) -> String {
        switch self.name {
        case .tooLarge: "许可证文件过大"
        case .malformed: "许可证文件格式错误或已损坏"
        case .unsupportedFormat: "不支持该许可证的格式"
        case .unsupportedAlgorithm: "不支持该许可证的签名算法"
        case .unknownKey: "该许可证的签名密钥不受信任"
        case .algorithmMismatch: "该许可证的签名算法与密钥不符"
        case .signatureInvalid: "该许可证的签名无效"
        case .claimsInvalid: "该许可证的内容无效" + (member.map { "（\($0)）" } ?? "")
        case .unsupportedRequirement: "该许可证含有当前版本无法识别的必要内容"
        case .issuerMismatch: "该许可证的签发者与密钥不符"
        case .keyNotValid: "该许可证的签名密钥在此无效"
        case .wrongProduct: "该许可证不适用于本产品"
        case .wrongNode: "该许可证绑定于其他管理节点"
        }
    }

    fileprivate var chineseAdvice: String {
        switch self.name {
        case .tooLarge, .malformed: "请重新保存供应商提供的完整文件后再上传。"
        case .unsupportedRequirement, .unknownKey: "请升级本产品，或联系云平台相关服务人员。"
        case .wrongProduct: "请选择适用于本产品的许可证。"
        case .wrongNode: "请使用本管理节点的应用代码重新申请许可证。"
        case .unsupportedFormat, .unsupportedAlgorithm, .algorithmMismatch, .signatureInvalid, .claimsInvalid,
            .issuerMismatch, .keyNotValid:
            "请联系云平台相关服务人员重新获取许可证。"
        }
    }
}
