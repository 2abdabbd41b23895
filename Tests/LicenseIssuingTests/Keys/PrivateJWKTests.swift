import LicenseCrypto
import LicenseIssuing
import LicenseModel
import TestSupport
import Testing

@Suite("Private keys as JWK")
struct PrivateJWKTests {
    @Test("A key is encoded as a JWK and decoded unchanged", arguments: SignatureAlgorithm.known)
    func roundTrip(algorithm: SignatureAlgorithm) throws {
        let key = try Samples.key(algorithm)
        let again = try SigningKey(jwk: try key.privateJWK())
        #expect(again.id == key.id)
        #expect(again.algorithm == algorithm)
        #expect(again.publicJWK == key.publicJWK)
        #expect(try again.privateJWK().text == key.privateJWK().text)

        // The copy signs, and the original verifies.
        let text = Array("text".utf8)
        #expect(key.trustedKey.isValid(try again.signature(over: text), over: text[...]))
    }

    /// The private key of RFC 8037, appendix A.1.
    private static let rfc8037 = #"""
        {"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
         "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
        """#

    @Test("The key of RFC 8037 has the thumbprint and signature given in the RFC")
    func rfc8037Key() throws {
        let key = try SigningKey(jwk: SecretBytes(Self.rfc8037))
        #expect(key.id == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
        #expect(
            key.publicJWK == #"{"crv":"Ed25519","kty":"OKP","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","#
                + #""kid":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k","alg":"Ed25519","use":"sig"}"#
        )
        let signature = try key.signature(over: Array("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".utf8))
        #expect(
            Base64.encodeURL(signature)
                == "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
        )
    }

    @Test(
        "A key with an invalid issuer is refused, and the error describes the problem",
        arguments: [
            (#"Vendor\u200b"#, "has U+200B, an invisible character"), (#"\u200dVendor"#, "starts with U+200D"),
            (#"\udb40\udc41"#, "has U+E0041"),
        ]
    )
    func issuerProblem(issuer: String, problem: String) throws {
        let text = Self.rfc8037.replacing("{", with: #"{"iss":"\#(issuer)","#, maxReplacements: 1)
        let error = try #require(throws: SigningKeyError.self) { try SigningKey(jwk: SecretBytes(text)) }
        #expect(error.code == .malformed)
        #expect(error.message.hasPrefix("The JWK's 'iss' \(problem)"))
    }

    @Test("The private and the public JWK have the conditions of the key")
    func conditions() throws {
        let members =
            #""kid":"k1","iss":"https://vendor.example","nbf":1700000000,"exp":1800000000,"environment":"test""#
        let text = Self.rfc8037.replacing("{", with: "{\(members),", maxReplacements: 1)
        let key = try SigningKey(jwk: SecretBytes(text))
        #expect(key.id == "k1")
        #expect(key.environment == .test)
        for trusted in [key.trustedKey, try TrustedKey(jwk: key.publicJWK)] {
            #expect(trusted.id == "k1")
            let (from, until) = (1_700_000_000, 1_800_000_000) as (Int64, Int64)
            let validity = KeyConditions.Validity.between(.init(secondsSince1970: from), .init(secondsSince1970: until))
            let issuer = ClaimString(literal: "https://vendor.example")
            #expect(trusted.conditions == .init(issuer: .only(issuer), validity: validity, environment: .test))
        }
        #expect(try SigningKey(jwk: try key.privateJWK()).publicJWK == key.publicJWK)
        #expect(key.publicJWK.hasSuffix(#""use":"sig",\#(members.dropFirst(11))}"#))
    }

    @Test(
        "A public JWK is refused as a signing key, and a private JWK as a trusted key",
        arguments: SignatureAlgorithm.known
    )
    func halves(algorithm: SignatureAlgorithm) throws {
        let key = try Samples.key(algorithm)
        let error = #expect(throws: SigningKeyError.self) { try SigningKey(jwk: SecretBytes(key.publicJWK)) }
        #expect(error?.code == .publicKey)
        let text = try key.privateJWK().text
        let refusal = #expect(throws: TrustedKeyError.self) { try TrustedKey(jwk: text) }
        #expect(refusal?.code == .privateKey)
    }

    @Test(
        "A JWK that is not a valid private key is refused",
        arguments: [
            ("", "", SigningKeyError.Code.malformed),
            (#""kty":"OKP""#, #""kty":"EC""#, .unsupported),
            (#""Ed25519""#, #""X25519""#, .unsupported),
            (#""d":"n"#, #""d":""#, .malformed),
            (#""d":"n"#, #""d":"AAAA"#, .malformed),
            (#""d":"nW"#, #""d":"n\u0057"#, .malformed),
            (#"f2A""#, #"f2A=""#, .malformed),
            (#""d":"nW"#, #""d":"mW"#, .mismatch),
            (#""d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A""#, #""d":null"#, .malformed),
            (#""d":"#, #""D":"#, .publicKey),
            (#""x":"11"#, #""x":"21"#, .mismatch),
            (#""x":"#, #""y":"#, .malformed),
            ("}", #","use":"enc"}"#, .unsupported),
            ("}", #","key_ops":["verify"]}"#, .unsupported),
            ("}", #","alg":"ES256"}"#, .unsupported),
            ("}", #","alg":"HS256"}"#, .malformed),
            ("}", #","kid":""}"#, .malformed),
            ("}", #","nbf":2,"exp":2}"#, .malformed),
            ("}", #","environment":"staging"}"#, .malformed),
            ("}", #","kty":"OKP"}"#, .malformed),
            ("}", "", .malformed),
        ]
    )
    func refused(old: String, new: String, code: SigningKeyError.Code) throws {
        let text = old.isEmpty ? "" : Self.rfc8037.replacing(old, with: new, maxReplacements: 1)
        try #require(text != Self.rfc8037)
        let error = #expect(throws: SigningKeyError.self) { try SigningKey(jwk: SecretBytes(text)) }
        #expect(error?.code == code)
        #expect(!(error?.message.contains("WGxne") ?? true))
    }

    @Test("The older name EdDSA and the additional members of other tools are accepted")
    func tolerance() throws {
        let text = Self.rfc8037.replacing(
            "}",
            with: #","alg":"EdDSA","use":"sig","key_ops":["sign","verify"],"ext":true,"x5c":[]}"#
        )
        #expect(try SigningKey(jwk: SecretBytes(text)).algorithm == .ed25519)
    }

    @Test("An RSA key without an algorithm or with a changed factor is refused")
    func rsa() throws {
        let text = try Samples.key(.ps256).privateJWK().text
        let withoutAlgorithm = text.replacing(#""alg":"PS256","#, with: "")
        #expect(throws: SigningKeyError.self) { try SigningKey(jwk: SecretBytes(withoutAlgorithm)) }
        #expect((try? SigningKey(jwk: SecretBytes(text.replacing("PS256", with: "RS256"))))?.algorithm == .rs256)

        let members = text.split(separator: #""p":""#)
        let factor = try #require(members.last?.prefix(8))
        let changed = text.replacing(#""p":"\#(factor)"#, with: #""p":"AAAAAAAA"#)
        try #require(changed != text)
        let error = #expect(throws: SigningKeyError.self) { try SigningKey(jwk: SecretBytes(changed)) }
        #expect([.mismatch, .malformed, .unavailable].contains(error?.code))
    }

    @Test(
        "An RSA number longer than the modulus is refused within a second",
        arguments: ["d", "p", "q", "dp", "dq", "qi"]
    )
    func largeNumber(name: String) throws {
        let text = try Samples.key(.ps256).privateJWK().text
        let parts = text.split(separator: #""\#(name)":""#)
        let number = try #require(parts.last?.prefix { $0 != "\"" })
        // 2^132049 - 1 is prime, so a primality test does not end early.
        let prime = Base64.encodeURL([0x01] + [UInt8](repeating: 0xFF, count: 16_506))
        let changed = text.replacing(#""\#(name)":"\#(number)""#, with: #""\#(name)":"\#(prime)""#)
        try #require(changed.utf8.count > 16_506)
        let jwk = SecretBytes(changed)
        let time = processorTime {
            let error = #expect(throws: SigningKeyError.self) { try SigningKey(jwk: jwk) }
            #expect(error?.code == .malformed)
            #expect(error?.message.contains("'\(name)' is longer than its modulus") ?? false)
        }
        #expect(time < .seconds(1))
    }

    @Test("An RSA modulus of more than 4,096 bits is refused")
    func largeModulus() throws {
        let text = try Samples.key(.ps256).privateJWK().text
        let number = try #require(text.split(separator: #""n":""#).last?.prefix { $0 != "\"" })
        let changed = text.replacing(number, with: String(repeating: "_", count: 26_668))
        let error = #expect(throws: SigningKeyError.self) { try SigningKey(jwk: SecretBytes(changed)) }
        #expect(error?.code == .unsupported)
        #expect(error?.message.contains("4096") ?? false)
    }

    @Test(
        "An EC key whose private number has another size or is another key's is refused",
        arguments: [.es256, .es384, .sm2SM3] as [SignatureAlgorithm]
    )
    func curves(algorithm: SignatureAlgorithm) throws {
        let key = try Samples.key(algorithm)
        let text = try key.privateJWK().text
        let other = try SigningKey.generate(algorithm).privateJWK().text
        let own = try #require(text.split(separator: #""d":""#).last)
        let foreign = try #require(other.split(separator: #""d":""#).last)
        for number in [String(foreign), "AA" + own, String(own.dropFirst(4)), #"AA"}"#] {
            let changed = text.replacing(own, with: number)
            #expect(throws: SigningKeyError.self) { try SigningKey(jwk: SecretBytes(changed)) }
        }
    }

    @Test("A JWK that exceeds 256 KiB is too large")
    func tooLarge() {
        let text = Self.rfc8037.replacing("}", with: String(repeating: " ", count: 256 * 1_024) + "}")
        let error = #expect(throws: SigningKeyError.self) { try SigningKey(jwk: SecretBytes(text)) }
        #expect(error?.code == .tooLarge)
    }
}
