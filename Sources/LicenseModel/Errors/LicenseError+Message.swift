extension LicenseError {
    /// Why a license text is refused, and what to do next.
    public var message: LocalizedText {
        let place = self.block.map { "（第\($0)段）" } ?? ""
        return LocalizedText(
            english: self.english,
            simplifiedChinese: self.chinese ?? self.code.chineseProblem(member: self.member) + place + "。"
                + self.code.chineseAdvice
        )
    }
}

extension LicenseError.Code {
    /// The general message of the code.
    var english: String {
        switch self {
        case .tooLarge: "The license file is too large. Choose the file that the vendor sent."
        case .malformed: "The license file is damaged. Save it again from the vendor's message, whole and unchanged."
        case .unsupportedFormat: "The file is another kind of token. Ask the vendor for a license of this format."
        case .unsupportedAlgorithm:
            "The license is signed with an algorithm that is not supported. Update the product, or ask the vendor."
        case .unknownKey: "The license is signed with a key that is not trusted. Update the product, or ask the vendor."
        case .algorithmMismatch:
            "The license names another algorithm than its key has. Ask the vendor for a corrected one."
        case .signatureInvalid: "The license's signature is not valid. Ask the vendor for it again."
        case .claimsInvalid: "The license's content is not valid. Ask the vendor for a corrected one."
        case .unsupportedRequirement: "The license needs a newer release of the product. Update the product."
        case .issuerMismatch:
            "The license's issuer is not the one that its key is for. Ask the vendor for a corrected one."
        case .keyNotValid: "The license's key is not valid for it. Ask the vendor for a license with another key."
        case .wrongProduct: "The license is for another product. Choose the file for this one."
        case .wrongNode: "The license is bound to other nodes. Ask the vendor for one for this node's application code."
        default: "The license is refused: \(self). Ask the vendor."
        }
    }

    fileprivate func chineseProblem(member: String?) -> String {
        switch self {
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
        default: "许可证被拒绝（\(self)）"
        }
    }

    fileprivate var chineseAdvice: String {
        switch self {
        case .tooLarge, .malformed: "请重新保存供应商提供的完整文件后再上传。"
        case .unsupportedRequirement, .unknownKey: "请升级本产品，或联系云平台相关服务人员。"
        case .wrongProduct: "请选择适用于本产品的许可证。"
        case .wrongNode: "请使用本管理节点的应用代码重新申请许可证。"
        default: "请联系云平台相关服务人员重新获取许可证。"
        }
    }
}
