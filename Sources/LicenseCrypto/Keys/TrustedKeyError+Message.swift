public import LicenseModel

extension TrustedKeyError {
    /// The reason why the key is refused and what to do next, in English and Simplified Chinese.
    public var message: LocalizedText {
        LocalizedText(self.english, self.chinese ?? self.code.chinese)
    }
}

extension TrustedKeyError.Code {
    fileprivate var chinese: String {
        switch self {
        case .tooLarge: "密钥文件超过256 KiB，或密钥超过64个。请检查所选文件是否正确，并删除不再需要的密钥。"
        case .malformed: "密钥格式错误或已损坏。请重新导出或获取公钥，并确保仅含公钥。"
        case .unsupported: "该密钥的类型、曲线或用途不受支持，或指定的算法、标识、条件不适用于该密钥。请使用受支持的签名公钥，并检查指定的参数。"
        case .algorithmMissing: "该密钥可用于多种签名算法（PS256或RS256）。请指定其中一种。"
        case .privateKey: "该文件含有私钥或对称密钥，不得随产品分发。请仅提供公钥；如该密钥已随产品分发，应视为已泄露。"
        case .weakKey: "该密钥无效或强度不足，其签名不可信。请联系供应商更换密钥。"
        case .duplicateKeyID: "两个密钥的标识相同。请为每个密钥指定唯一标识，并在签名时使用该标识。"
        case .duplicateKey: "两个标识对应同一个密钥。请删除其中一个，或为其中一个更换密钥。"
        case .unavailable: "本进程的libcrypto不支持该密钥所需的算法，或内存不足。请检查内存，或改用隔离的上下文、其他libcrypto或其他算法的密钥。"
        default: "该密钥不受信任（\(self)）。请联系供应商。"
        }
    }
}
