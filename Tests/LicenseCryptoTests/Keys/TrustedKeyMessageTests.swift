import Foundation
import LicenseCrypto
import LicenseModel
import Testing

@Suite("Messages of refused keys")
struct TrustedKeyMessageTests {
    /// The refused key texts of the published vectors.
    private static let refused: [PublishedVectors.KeyCase] = ((try? PublishedVectors.cases("keys.json")) ?? [])
        .filter { !$0.expected.ok }

    /// Returns the numbers and quoted texts of a message, which do not depend on its language.
    private static func facts(of text: String) -> Set<String> {
        // An apostrophe after a letter is not a quotation mark.
        let english = text.matches(of: /[^A-Za-z]'([^']+)'/).map(\.output.1)
        let chinese = text.matches(of: /“([^”]+)”/).map(\.output.1)
        return Set((english + chinese + text.matches(of: /[0-9]+/).map(\.output)).map(String.init))
    }

    @Test("A message has the same numbers and names in both languages, and a next step", arguments: refused)
    func facts(_ refused: PublishedVectors.KeyCase) throws {
        let text = try refused.contents
        let error = try #require(throws: TrustedKeyError.self) {
            try TrustedKeys(contents: text, algorithm: refused.alg, id: refused.kid)
        }
        let (english, chinese) = (error.message.english, error.message.simplifiedChinese)
        #expect(Self.facts(of: english) == Self.facts(of: chinese), "\(english) \(chinese)")
        #expect(english != chinese)
        #expect(english.hasSuffix("."))
        #expect(chinese.hasSuffix("。"))
        #expect(chinese.contains("请"))
    }

    @Test("The facts of a message are its numbers and quoted texts")
    func factsOfText() {
        #expect(Self.facts(of: "The JWK's 'kid' has 2048 bits, not 'a b'.") == ["kid", "2048", "a b"])
        #expect(Self.facts(of: "JWK的“kid”为2048位。") == ["kid", "2048"])
    }

    @Test("Each text has its English and its Chinese under the name of its case")
    func texts() {
        #expect(TrustedKeyError.Text.texts.names == TrustedKeyError.Text.allCases.map { "\($0)" })
    }

    @Test("All codes are known")
    func known() {
        let codes: [TrustedKeyError.Code] = [
            .tooLarge, .malformed, .unsupported, .algorithmMissing, .privateKey, .weakKey, .duplicateKeyID,
            .duplicateKey, .unavailable,
        ]
        #expect(TrustedKeyError.Code.known == codes)
    }

    @Test("The description of an error contains its code and English message")
    func english() throws {
        let error = try #require(throws: TrustedKeyError.self) {
            try TrustedKey(jwk: #"{"kty":"oct","k":"AAAA"}"#)
        }
        #expect(error.code == .privateKey)
        #expect(error.description == "private-key: \(error.message.english)")
        #expect(error.message.simplifiedChinese.hasPrefix("该JWK含有私钥或对称密钥（“k”）。"))
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
