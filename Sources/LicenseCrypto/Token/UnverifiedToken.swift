import LicenseModel

/// A well-formed token whose signature has not been verified.
///
/// Its header names the key to verify it with. Its payload is available only as bytes, which must not be parsed before
/// the signature is verified.
package struct UnverifiedToken: ~Copyable {
    /// The maximum size of a token in bytes: 64 KiB.
    package static let maximumSize = 64 * 1_024

    /// The maximum size of a decoded header in bytes: 1 KiB.
    static let maximumHeaderSize = 1_024

    /// The algorithm that the header names in `alg`.
    let algorithm: SignatureAlgorithm

    /// The ID of the key that the header names in `kid`.
    let keyID: KeyID

    /// The bytes that the signature covers: the encoded header, a dot and the encoded payload (RFC 7515, section 5.1).
    let signingInput: ArraySlice<UInt8>

    /// The payload, decoded from base64url.
    let payload: [UInt8]

    /// The signature, decoded from base64url.
    let signature: [UInt8]

    /// Parses a token without verifying its signature.
    ///
    /// - Throws: `LicenseError` if the token is too large or malformed, or its header is not supported.
    init(_ token: [UInt8]) throws(LicenseError) {
        guard token.count <= Self.maximumSize else {
            throw LicenseError(
                .tooLarge,
                "The license is larger than 64 KiB, so it is probably not a license. Choose the file that @ sent. If it is that"
                    + " file, ask @ for a new one.",
                "该许可证超过64 KiB，可能不是许可证。请选择@提供的许可证文件；如确为该文件，请联系@重新获取。"
            )
        }
        let (firstDot, secondDot) = try Self.dots(token)

        // Check the decoded size before decoding.
        guard firstDot * 3 / 4 <= Self.maximumHeaderSize else {
            throw LicenseError(
                .tooLarge,
                "The first part of the license (its header) is larger than 1 KiB, so it is probably not a license. Choose the file"
                    + " that @ sent. If it is that file, ask @ for a new one.",
                "该许可证的第一部分（头部）超过1 KiB，可能不是许可证。请选择@提供的许可证文件；如确为该文件，请联系@重新获取。"
            )
        }
        let text = token.span
        guard let header = Base64.decodeURL(text.extracting(0..<firstDot)),
            let payload = Base64.decodeURL(text.extracting((firstDot + 1)..<secondDot)),
            let signature = Base64.decodeURL(text.extracting((secondDot + 1)..<token.count))
        else {
            throw Self.malformed("is damaged: a character is missing, extra or wrong", "已损坏：有字符缺失、多余或错误")
        }
        (self.algorithm, self.keyID) = try Self.header(header)
        self.signingInput = token[..<secondDot]
        self.payload = payload
        self.signature = signature
    }

    /// Returns the positions of the two dots of a token, whose three parts must not be empty.
    private static func dots(_ token: [UInt8]) throws(LicenseError) -> (Int, Int) {
        let text = token.span
        var first: Int?
        var second: Int?
        for position in text.indices where text[position] == UInt8(ascii: ".") {
            guard second == nil else {
                throw LicenseError(
                    .malformed,
                    "The file is not a license, or has several licenses without their BEGIN and END lines. Import each license"
                        + " in a file of its own, as @ sent it.",
                    "该文件不是许可证，或含有多个没有BEGIN行和END行的许可证。请将@提供的每个许可证作为单独的文件导入。"
                )
            }
            (first, second) = first == nil ? (position, nil) : (first, position)
        }
        guard let first, let second, first > 0, second > first + 1, token.count > second + 1 else {
            throw self.malformed("is incomplete, or the file is not a license", "不完整，或该文件不是许可证")
        }
        return (first, second)
    }

    /// Parses the header, which must have the members `alg`, `kid` and `typ`, and no others.
    private static func header(_ bytes: [UInt8]) throws(LicenseError) -> (SignatureAlgorithm, KeyID) {
        let document: StrictJSON
        do {
            document = try StrictJSON(bytes)
        } catch {
            throw self.malformed(
                "has a damaged header: its JSON \(error.problem) (at byte offset \(error.offset))",
                "的头部已损坏：其JSON\(error.chineseProblem)（字节偏移\(error.offset)）"
            )
        }

        var algorithm: String?
        var keyID: KeyID?
        var type: String?
        for (name, value) in document.members {
            switch name {
            case "alg":
                algorithm = value.string
            case "kid":
                keyID = value.string.flatMap(KeyID.init(rawValue:))
            case "typ":
                type = value.string
            default:
                throw self.unsupported("has an unknown member in its header", "头部含有未知成员")
            }
        }
        guard let type, type.hasBytes(of: "license+jwt") else {
            let isRequest = type?.hasBytes(of: "license-request+jwt") ?? false
            let error = self.unsupported(
                "does not have the type 'license+jwt' in its header",
                "头部中没有类型“license+jwt”"
            )
            throw isRequest ? error.recognizing(.applicationCode) : error
        }
        guard let keyID else {
            throw self.unsupported("does not have a valid key ID in its header", "头部中没有有效的密钥标识")
        }
        guard let algorithm else {
            throw self.unsupported("does not have an algorithm in its header", "头部中没有签名算法")
        }
        guard let known = SignatureAlgorithm(name: algorithm) else {
            let names = SignatureAlgorithm.known.map(\.rawValue).joined(separator: ", ")
            throw LicenseError(
                .unsupportedAlgorithm,
                "The license's signature algorithm is not supported by this release of the product. Supported: %."
                    + " Update the product, or ask @ for a license with one of these.",
                "该许可证的签名算法不受当前软件版本支持（支持的算法：%）。请升级本产品，或联系@更换为使用上述算法之一的许可证。",
                [names]
            )
        }
        return (known, keyID)
    }

    @inline(never)
    private static func malformed(_ problem: String, _ chinese: String) -> LicenseError {
        LicenseError(
            .malformed,
            "The license %. Save the file that @ sent again, and import it without opening or changing it. If it is refused"
                + " again, ask @ for a new copy.",
            "该许可证%。请重新保存@提供的原文件，不要打开或修改，直接导入。如仍被拒绝，请联系@重新获取许可证。",
            localized: [(problem, chinese)]
        )
    }

    @inline(never)
    private static func unsupported(_ problem: String, _ chinese: String) -> LicenseError {
        LicenseError(
            .unsupportedFormat,
            "The file is not a license in a form that this release of the product supports: it %. Choose the license file that @"
                + " sent. If it is that file, update the product, or ask @ for another license.",
            "该文件不是当前软件版本支持的许可证格式：其%。请选择@提供的许可证文件；如确为该文件，请升级本产品，或联系@更换许可证。",
            localized: [(problem, chinese)]
        )
    }
}
