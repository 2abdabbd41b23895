import Foundation
import LicenseCrypto
import LicenseModel
import Testing

@Suite("Messages of keys that are refused")
struct TrustedKeyMessageTests {
    private static let codes: [TrustedKeyError.Code] = [
        .tooLarge, .malformed, .unsupported, .algorithmMissing, .privateKey, .weakKey, .duplicateKeyID, .duplicateKey,
        .unavailable,
    ]

    @Test("Each code has a text in Chinese, the problem and what to do", arguments: codes)
    func chinese(_ code: TrustedKeyError.Code) {
        let message = TrustedKeyError(code, "What was wrong. What to do.").message
        #expect(message.english == "What was wrong. What to do.")
        let sentences = message.simplifiedChinese.split(separator: "。")
        #expect(sentences.count == 2)
        #expect(sentences.last?.hasPrefix("请") == true)
        #expect(message.simplifiedChinese.hasSuffix("。"))
    }

    @Test("The codes have texts of their own, and there is one for each")
    func distinct() {
        #expect(Set(Self.codes.map { TrustedKeyError($0, "-").message.simplifiedChinese }).count == 9)
        #expect(Set(Self.codes.map(\.description)) == Set(TrustedKeyError.Code.known.map(\.rawValue)))
    }

    @Test("What a refused key says in English is its message")
    func english() throws {
        let error = try #require(throws: TrustedKeyError.self) {
            try TrustedKey(jwk: #"{"kty":"oct","k":"AAAA"}"#)
        }
        #expect(error.code == .privateKey)
        #expect(error.description == "private-key: \(error.message.english)")
        #expect(error.message.simplifiedChinese == "该文件含有私钥或对称密钥，不得随产品分发。请仅提供公钥，并视该密钥为已泄露。")
    }

    @Test("Two ids of one key are named in both languages, with what to do")
    func duplicateKey() throws {
        let jwk = TestSigner.ed25519.jwk
        let keys = try ["first", "second"].map { try TrustedKey(jwk: jwk.setting("kid", "\"\($0)\"").text) }
        let error = try #require(throws: TrustedKeyError.self) { try TrustedKeys(keys) }
        #expect(
            error.message.english == "The ids 'first' and 'second' are of one key, which stands once in a set."
                + " Remove one of the two, or make a new key for one of them."
        )
        #expect(error.message.simplifiedChinese == "标识“first”与“second”对应同一个密钥。请删除其中一个，或为其中一个更换密钥。")
    }

    @Test("More than 64 keys are named in both languages")
    func tooManyKeys() throws {
        let keys = [TrustedKey](repeating: try TestSigner.ed25519.trusted, count: 65)
        let error = try #require(throws: TrustedKeyError.self) { try TrustedKeys(keys) }
        #expect(error.message.english == "The set has more than 64 keys. Remove those that no license in force needs.")
        #expect(error.message.simplifiedChinese.contains("密钥超过64个"))
    }
}
