import LicenseModel

/// A text that is provided by mistake instead of a public key, recognized by its PEM labels or its first characters.
///
/// The error for it says what the text is and how to get the public key.
struct MistakenKeyText {
    /// The words of each PEM label of the text, such as `RSA`, `PRIVATE` and `KEY`.
    private let labels: [[ArraySlice<UInt8>]]

    /// The text without the white space at its start.
    private let start: ArraySlice<UInt8>

    /// Returns the error for a text that is not a public key in a supported form.
    ///
    /// - Parameters:
    ///   - text: The text, which is not too large.
    ///   - general: The error for a text that is not recognized.
    /// - Returns: The error, which contains no part of the text.
    static func error(for text: [UInt8], or general: TrustedKeyError) -> TrustedKeyError {
        let text = MistakenKeyText(text)
        guard !text.hasLabel("PRIVATE") else {
            return .privateKey()
        }
        return self.kinds.first { $0.isKind(text) }
            .map { TrustedKeyError(.malformed, $0.english, $0.chinese) } ?? general
    }

    private static let kinds: [(isKind: @Sendable (MistakenKeyText) -> Bool, english: String, chinese: String)] = [
        (
            { $0.hasLabel("REQUEST") },
            "The text is a certificate request. Export its public key with 'openssl req -pubkey -noout -in FILE', and provide"
                + " that.",
            "该文本是证书请求。请使用“openssl req -pubkey -noout -in FILE”导出并提供其公钥。"
        ),
        (
            { $0.hasLabel("CERTIFICATE") },
            "The text is a certificate. Export its public key with 'openssl x509 -pubkey -noout -in FILE', and provide that.",
            "该文本是证书。请使用“openssl x509 -pubkey -noout -in FILE”导出并提供其公钥。"
        ),
        (
            { $0.hasLabel("RSA") },
            "The text is an RSA public key in PKCS #1. Convert it with 'openssl rsa -RSAPublicKey_in -pubout -in FILE'.",
            "该文本是PKCS #1格式的RSA公钥。请使用“openssl rsa -RSAPublicKey_in -pubout -in FILE”转换格式。"
        ),
        (
            { $0.hasLabel("PGP") },
            "The text is an OpenPGP block, which cannot be used for licenses. Ask the vendor for the public key in PEM or as a"
                + " JWK.",
            "该文本是OpenPGP数据，不能用于许可证。请联系供应商获取PEM或JWK格式的公钥。"
        ),
        (
            { $0.hasLabel("SSH2") || $0.starts(with: "ssh-") || $0.starts(with: "ecdsa-") || $0.starts(with: "sk-") },
            "The text is a public key for SSH, which cannot be used for licenses. Ask the vendor for the public key in PEM or"
                + " as a JWK.",
            "该文本是SSH公钥，不能用于许可证。请联系供应商获取PEM或JWK格式的公钥。"
        ),
        (
            { $0.hasLabel("LICENSE") || $0.starts(with: "eyJ") },
            "The text is a license, not a key. Provide the vendor's public key, and import the license instead.",
            "该文本是许可证，不是密钥。请提供供应商的公钥，并导入该许可证。"
        ),
        (
            { $0.labels.count(where: { $0.contains { $0.elementsEqual("PUBLIC".utf8) } }) > 1 },
            "The text has several public keys in PEM. Provide each key in a text of its own, or all keys in a JWK Set.",
            "该文本含有多个PEM公钥。请分别提供每个公钥，或使用JWK Set提供所有公钥。"
        ),
        (
            { $0.hasLabel("PUBLIC") && $0.hasEscapedLineBreaks },
            "The line breaks of the public key in PEM are written as '\\n'. Replace each '\\n' with a line break.",
            "PEM公钥中的换行被写成了“\\n”。请将每个“\\n”替换为换行。"
        ),
        (
            { $0.hasLabel("PUBLIC") },
            "The public key in PEM is damaged, or other text is around or inside its block. Provide only the lines from"
                + " '-----BEGIN PUBLIC KEY-----' to '-----END PUBLIC KEY-----', unchanged.",
            "PEM公钥已损坏，或其前后或中间含有其他内容。请仅提供从“-----BEGIN PUBLIC KEY-----”到“-----END PUBLIC KEY-----”的各行，且不作改动。"
        ),
        (
            { $0.starts(with: "\u{FEFF}") },
            "The text starts with a byte order mark, which JSON must not have. Save it as UTF-8 without a byte order mark.",
            "该文本以字节顺序标记（BOM）开头，而JSON不得含有该标记。请保存为不带BOM的UTF-8。"
        ),
        (
            { $0.starts(with: "[") },
            "The text is an array, not a JWK or a JWK Set. Put the JWKs in an object: {\"keys\":[…]}.",
            "该文本是数组，不是JWK或JWK Set。请将各JWK放入对象中：{\"keys\":[…]}。"
        ),
        (
            { $0.starts(with: "<") },
            "The text is a web page or XML, not a key. Download the key file again.",
            "该文本是网页或XML，不是密钥。请重新下载密钥文件。"
        ),
        (
            { $0.isBase64 },
            "The text is base64 without a BEGIN and an END line. Export the public key again, in PEM with these lines.",
            "该文本是没有BEGIN行和END行的base64。请重新导出带有这两行的PEM公钥。"
        ),
        (
            { $0.start.isEmpty },
            "The key text is empty. Provide the vendor's public key.",
            "密钥文本为空。请提供供应商的公钥。"
        ),
    ]

    private init(_ text: [UInt8]) {
        self.labels = text.split(separator: UInt8(ascii: "-"))
            .map { $0.split(separator: UInt8(ascii: " ")) }
            .filter { $0.first?.elementsEqual("BEGIN".utf8) ?? false }
        self.start = text.drop { Self.isWhiteSpace($0) }
    }

    private func hasLabel(_ word: String) -> Bool {
        self.labels.contains { $0.contains { $0.elementsEqual(word.utf8) } }
    }

    private func starts(with text: String) -> Bool {
        self.start.starts(with: text.utf8)
    }

    private var hasEscapedLineBreaks: Bool {
        zip(self.start, self.start.dropFirst()).contains { $0 == UInt8(ascii: "\\") && $1 == UInt8(ascii: "n") }
    }

    /// Whether the text is the base64 of an ASN.1 sequence, which all keys are.
    private var isBase64: Bool {
        self.starts(with: "M") && Base64.decodePadded(self.start.filter { !Self.isWhiteSpace($0) }) != nil
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
    }
}

extension TrustedKeyError {
    /// Returns the error for a private or secret key, with a clause about what shows that it is one.
    static func privateKey(_ english: String = "", _ chinese: String = "") -> TrustedKeyError {
        TrustedKeyError(
            .privateKey,
            "The text has a private or secret key\(english). Whoever has it can issue licenses: keep it secret, and replace it"
                + " if it has left the signing machine. Provide only the public key.",
            "该文本含有私钥或对称密钥\(chinese)。持有该密钥者即可签发许可证：请妥善保密；如该密钥已离开签发机器，请更换密钥。请仅提供公钥。"
        )
    }
}
