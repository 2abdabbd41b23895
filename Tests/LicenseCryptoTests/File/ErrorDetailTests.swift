import LicenseCrypto
import LicenseModel
import Testing

/// What messages name, in both languages: the place, both sides of a mismatch, and what to do.
@Suite("Details of error messages")
struct ErrorDetailTests {
    private static let signer = TestSigner.ed25519

    private static func message(_ file: String, keyMembers: [String: JSONText] = [:]) throws -> LocalizedText {
        let jwk = keyMembers.reduce(self.signer.jwk) { $0.setting($1.key, $1.value) }
        let keys = try TrustedKeys([try TrustedKey(jwk: jwk.text)])
        let verifier = LicenseVerifier(trusting: keys, product: .only("cloud"))
        return try #require(throws: LicenseError.self) { try verifier.verify(contents: file) }.message
    }

    /// Expects each text in the messages of both languages.
    private static func expect(_ texts: [String], in message: LocalizedText) {
        #expect(message.translations[.simplifiedChinese] != nil)
        for text in texts {
            #expect(message.english.contains(text), "\(text)")
            #expect(message.simplifiedChinese.contains(text), "\(text)")
        }
    }

    @Test("A message names both sides of a mismatch")
    func mismatches() throws {
        let token = self.signer.token(.base)
        let issuer = try Self.message(token, keyMembers: ["iss": #""Other Vendor""#])
        Self.expect(["Test Vendor", "Other Vendor", "key-Ed25519"], in: issuer)
        let product = try Self.message(self.signer.token(.base.setting("aud", #""other""#)))
        Self.expect(["other", "cloud"], in: product)
        let algorithm = try Self.message(
            self.signer.token(.base, header: self.signer.header.setting("alg", #""ES256""#).text)
        )
        Self.expect(["ES256", "Ed25519"], in: algorithm)
    }

    private var signer: TestSigner {
        Self.signer
    }

    @Test("A message about a key's validity has the signing time and the period")
    func validity() throws {
        let token = self.signer.token(.base)
        let issuedAt = try license(.base).issuedAt
        let (start, end) = ("2001-09-09T01:46:40Z", "2001-09-09T01:46:41Z")
        let both = try Self.message(token, keyMembers: ["nbf": "1000000000", "exp": "1000000001"])
        Self.expect([issuedAt.description, start, end], in: both)
        #expect(both.english.contains("valid only from \(start) until \(end)."))
        #expect(both.simplifiedChinese.contains("仅对自\(start)起至\(end)之前签发的许可证有效。"))
        let ended = try Self.message(token, keyMembers: ["exp": "1000000000"])
        #expect(ended.english.contains("valid only until \(start)."))
        #expect(ended.simplifiedChinese.contains("仅对\(start)之前签发的许可证有效。"))
        let future = try Self.message(token, keyMembers: ["nbf": "4000000000"])
        #expect(future.english.contains("valid only from 2096-10-02T07:06:40Z."))
        #expect(future.simplifiedChinese.contains("仅对2096-10-02T07:06:40Z及之后签发的许可证有效。"))
    }

    @Test(
        "A license that a newer release may accept says to update the product",
        arguments: [
            TestSigner.ed25519.token(.base.setting("license.category", #""addon""#)),
            TestSigner.ed25519.token(.base.setting("license.critical", #"["quota"]"#)),
            TestSigner.ed25519.token(.base, header: TestSigner.ed25519.header.setting("alg", #""ML-DSA-65""#).text),
            TestSigner.ed25519.token(.base, header: TestSigner.ed25519.header.setting("crit", #"["b64"]"#).text),
            TestSigner.ed25519.token(.base, header: TestSigner.ed25519.header.setting("typ", #""license2+jwt""#).text),
        ]
    )
    func newer(token: String) throws {
        let message = try Self.message(token)
        #expect(message.english.lowercased().contains("update the product, or ask the vendor"))
        #expect(message.simplifiedChinese.contains("请升级本产品，或联系供应商"))
    }

    @Test("A category of the wrong type is not from a newer release")
    func notNewer() throws {
        let message = try Self.message(self.signer.token(.base.setting("license.category", "1")))
        #expect(message.english.contains("corrected license"))
    }

    @Test("A message about a claim names the member, the rule and the block")
    func claims() throws {
        let invalid = armored(self.signer.token(.base.setting("license.limits", #"{"hosts":-1}"#)))
        let message = try Self.message(armored(self.signer.token(.base)) + invalid)
        Self.expect(["license.limits.hosts", "2^53"], in: message)
        #expect(message.english.hasPrefix("License 2 in the file: "))
        #expect(message.simplifiedChinese.hasPrefix("文件中第2个许可证："))
    }

    @Test("A message about JSON has the problem and its place")
    func json() throws {
        let message = try Self.message(self.signer.token(payload: Array(#"{"a":1,"a":2}"#.utf8)))
        #expect(message.english.contains("two members of the same name (at byte offset 7)"))
        #expect(message.simplifiedChinese.contains("有成员重名的对象（字节偏移7）"))
    }

    @Test("Each problem with armor has a message in both languages, with the line", arguments: ArmorProblem.allCases)
    func armor(problem: ArmorProblem) {
        let message = problem.error(onLine: 1_234).message
        Self.expect(["1234"], in: message)
        #expect(message.english.hasSuffix(".") && message.simplifiedChinese.hasSuffix("。"))
    }

    @Test("Each problem with armor has its texts under the name of its case")
    func armorTexts() {
        #expect(ArmorProblem.texts.names == ArmorProblem.allCases.map { "\($0)" })
    }
}
