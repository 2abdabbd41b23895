import Foundation
import LicenseCrypto
import LicenseModel
import Testing

@Suite("Messages of refused keys")
struct TrustedKeyMessageTests {
    private static let codes: [TrustedKeyError.Code] = [
        .tooLarge, .malformed, .unsupported, .algorithmMissing, .privateKey, .weakKey, .duplicateKeyID, .duplicateKey,
        .unavailable,
    ]

    @Test("Each code has a Chinese message with the problem and the remedy", arguments: codes)
    func chinese(_ code: TrustedKeyError.Code) {
        let message = TrustedKeyError(code, "What was wrong. What to do.").message
        #expect(message.english == "What was wrong. What to do.")
        let sentences = message.simplifiedChinese.split(separator: "。")
        #expect(sentences.count == 2)
        #expect(sentences.last?.hasPrefix("请") == true)
        #expect(message.simplifiedChinese.hasSuffix("。"))
    }

    @Test("Each code has a different Chinese message")
    func distinct() {
        #expect(Set(Self.codes.map { TrustedKeyError($0, "-").message.simplifiedChinese }).count == Self.codes.count)
        #expect(Set(Self.codes.map(\.description)) == Set(TrustedKeyError.Code.known.map(\.rawValue)))
    }

    @Test("The description of an error contains its code and English message")
    func english() throws {
        let error = try #require(throws: TrustedKeyError.self) {
            try TrustedKey(jwk: #"{"kty":"oct","k":"AAAA"}"#)
        }
        #expect(error.code == .privateKey)
        #expect(error.description == "private-key: \(error.message.english)")
        #expect(error.message.simplifiedChinese == "该文件含有私钥或对称密钥，不得随产品分发。请仅提供公钥；如该密钥已随产品分发，应视为已泄露。")
    }

    @Test("The message for a duplicate key names both ids in both languages")
    func duplicateKey() throws {
        let jwk = TestSigner.ed25519.jwk
        let keys = try ["first", "second"].map { try TrustedKey(jwk: jwk.setting("kid", "\"\($0)\"").text) }
        let error = try #require(throws: TrustedKeyError.self) { try TrustedKeys(keys) }
        #expect(
            error.message.english
                == "The IDs 'first' and 'second' belong to the same key, which can be in a set only once."
                + " Remove one of the two, or generate a new key for one of them."
        )
        #expect(error.message.simplifiedChinese == "标识“first”与“second”对应同一个密钥。请删除其中一个，或为其中一个更换密钥。")
    }

    @Test("The message for more than 64 keys names the limit in both languages")
    func tooManyKeys() throws {
        let keys = [TrustedKey](repeating: try TestSigner.ed25519.trusted, count: 65)
        let error = try #require(throws: TrustedKeyError.self) { try TrustedKeys(keys) }
        #expect(error.message.english == "The set has more than 64 keys. Remove those that no current license needs.")
        #expect(error.message.simplifiedChinese.contains("密钥超过64个"))
    }
}
