import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// The rules for the header, which must have the members `alg`, `kid` and `typ` and no others.
///
/// The trusted key signs each token after its header is altered, so only the header can be at fault.
@Suite("Token header")
struct TokenHeaderTests {
    private static let header = TestSigner.ed25519.header

    private static func outcome(_ header: JSONText) -> String {
        self.outcome(header.text)
    }

    private static func outcome(_ header: String) -> String {
        verdict { try LicenseVerifier.standard.verify(token: TestSigner.ed25519.token(.base, header: header)) }
    }

    @Test("A header can have members in any order, white space and escapes")
    func validHeaders() {
        #expect(Self.header.text == #"{"alg":"Ed25519","kid":"key-Ed25519","typ":"license+jwt"}"#)
        #expect(Self.outcome(Self.header) == "accepted")
        #expect(Self.outcome(#"{"typ":"license+jwt","kid":"key-Ed25519","alg":"Ed25519"}"#) == "accepted")
        #expect(
            Self.outcome("{ \"typ\" : \"license+jwt\",\n\"kid\":\"key-Ed25519\",\t\"alg\":\"Ed25519\" }") == "accepted"
        )
        #expect(
            Self.outcome(#"{"\u0061lg":"Ed\u00325519","kid":"key-Ed25519","typ":"license\u002bjwt"}"#) == "accepted"
        )
    }

    @Test("EdDSA is accepted as the older name of Ed25519")
    func olderName() throws {
        let token = TestSigner.ed25519.token(.base, header: Self.header.setting("alg", #""EdDSA""#).text)
        #expect(try LicenseVerifier.standard.verify(token: token).algorithm == .ed25519)
    }

    @Test(
        "An algorithm that is not part of the format is unsupported",
        .tags(.p14),
        arguments: [
            "none", "None", "NONE", "nOnE", "", "HS256", "HS384", "HS512", "RS384", "RS512", "PS384", "PS512", "ES512",
            "ES256K", "Ed448", "ML-DSA-65", "SM2", "SM2SM3", "sm2-sm3", "ed25519", "EDDSA", "es256", "RSA1_5", "dir",
        ]
    )
    func unknownAlgorithms(name: String) {
        #expect(Self.outcome(Self.header.setting("alg", "\"\(name)\"")) == "unsupported-algorithm")
    }

    @Test("Alg none is malformed without a signature and unsupported with one", .tags(.p14))
    func none() throws {
        let header = Self.header.setting("alg", #""none""#).text
        let parts = TestSigner.ed25519.token(.base, header: header).split(separator: ".")
        let verifier = try LicenseVerifier.standard
        #expect(verdict { try verifier.verify(token: "\(parts[0]).\(parts[1]).") } == "malformed")
        #expect(verdict { try verifier.verify(token: "\(parts[0]).\(parts[1]).AA") } == "unsupported-algorithm")
    }

    @Test(
        "An alg with a wrong type or another spelling is refused",
        .tags(.p17),
        arguments: [
            ("1", "unsupported-format"), ("null", "unsupported-format"), ("true", "unsupported-format"),
            (#"["Ed25519"]"#, "unsupported-format"), (#"{"Ed25519":1}"#, "unsupported-format"),
            (#""EdDSA ""#, "unsupported-algorithm"), (#"" Ed25519""#, "unsupported-algorithm"),
            (#""eddsa""#, "unsupported-algorithm"), (#""Ed25519\n""#, "unsupported-algorithm"),
            (#""Ed25519\u0000""#, "malformed"), (#""ＥdDSA""#, "unsupported-algorithm"),
        ]
    )
    func algorithmValues(value: String, expected: String) {
        #expect(Self.outcome(Self.header.setting("alg", JSONText(raw: value))) == expected)
    }

    @Test("A header that lacks a member has an unsupported format", arguments: ["alg", "kid", "typ"])
    func missing(member: String) {
        #expect(Self.outcome(Self.header.removing(member)) == "unsupported-format")
    }

    @Test("A header without members has an unsupported format")
    func empty() {
        #expect(Self.outcome("{}") == "unsupported-format")
    }

    @Test(
        "A header with a duplicate member is malformed",
        .tags(.p18),
        arguments: [
            #"{"alg":"Ed25519","alg":"none","kid":"key-Ed25519","typ":"license+jwt"}"#,
            #"{"alg":"none","alg":"Ed25519","kid":"key-Ed25519","typ":"license+jwt"}"#,
            #"{"alg":"Ed25519","\u0061lg":"Ed25519","kid":"key-Ed25519","typ":"license+jwt"}"#,
            #"{"alg":"Ed25519","kid":"key-Ed25519","kid":"key-Ed25519","typ":"license+jwt"}"#,
            #"{"alg":"Ed25519","kid":"key-Ed25519","typ":"license+jwt","typ":"license+jwt"}"#,
        ]
    )
    func duplicates(header: String) {
        #expect(Self.outcome(header) == "malformed")
    }

    @Test(
        "A header with any other member has an unsupported format",
        .tags(.p19, .p20, .p21),
        arguments: [
            ("crit", "[]"), ("crit", #"["exp"]"#), ("crit", #"["x-unknown"]"#), ("crit", #""exp""#), ("crit", "null"),
            ("b64", "false"), ("b64", "true"), ("jku", #""https://example.com/keys""#),
            ("x5u", #""https://example.com""#),
            ("x5c", #"["MIIB"]"#), ("x5t", #""AAAA""#), ("x5t#S256", #""AAAA""#), ("cty", #""JWT""#),
            ("zip", #""DEF""#),
            ("enc", #""A128GCM""#), ("x", "null"), ("Alg", #""Ed25519""#), ("ALG", #""Ed25519""#), ("", #""""#),
            (" alg", #""Ed25519""#), ("iss", #""Test Vendor""#), ("\u{212A}id", #""key-Ed25519""#),
        ]
    )
    func otherMembers(name: String, value: String) {
        #expect(Self.outcome(Self.header.setting(name, JSONText(raw: value))) == "unsupported-format")
    }

    @Test("A key in the header is not used, even if it made the signature", .tags(.p21))
    func keyFromTheHeader() {
        let attacker = TestSigner(.ed25519, keyID: "key-Ed25519")
        let token = attacker.token(.base, header: Self.header.setting("jwk", attacker.jwk).text)
        #expect(verdict { try LicenseVerifier.standard.verify(token: token) } == "unsupported-format")
        #expect(verdict { try LicenseVerifier.standard.verify(token: attacker.token(.base)) } == "signature-invalid")
    }

    @Test(
        "A kid that is not a valid key id is refused",
        .tags(.p22),
        arguments: [
            (#""""#, "unsupported-format"), (#""../../etc/passwd""#, "unsupported-format"),
            (#""a b""#, "unsupported-format"),
            (#""' OR 1=1 --""#, "unsupported-format"), (#""a/b""#, "unsupported-format"),
            (#""a\n""#, "unsupported-format"),
            (#""schlüssel""#, "unsupported-format"), (#""\u212ay""#, "unsupported-format"), ("1", "unsupported-format"),
            ("null", "unsupported-format"), (#"["key-Ed25519"]"#, "unsupported-format"), ("{}", "unsupported-format"),
            (#""key-Ed25519\u0000""#, "malformed"), ("true", "unsupported-format"),
        ]
    )
    func keyIDs(value: String, expected: String) {
        #expect(Self.outcome(Self.header.setting("kid", JSONText(raw: value))) == expected)
    }

    @Test("A kid of 64 characters is valid, and a longer one is refused", .tags(.p22))
    func longKeyIDs() {
        func outcome(_ count: Int) -> String {
            Self.outcome(Self.header.setting("kid", JSONText(raw: "\"\(String(repeating: "k", count: count))\"")))
        }
        #expect(outcome(64) == "unknown-key")
        #expect(outcome(65) == "unsupported-format")
        #expect(outcome(10_000) == "too-large")
    }

    @Test(
        "A kid that no trusted key has is unknown",
        .tags(.p22),
        arguments: ["other", ".", "-", "_", "..", "KEY-ED25519", "key-Ed2551", "0"]
    )
    func unknownKeyIDs(id: String) {
        #expect(Self.outcome(Self.header.setting("kid", "\"\(id)\"")) == "unknown-key")
    }

    @Test(
        "A typ other than license+jwt has an unsupported format",
        .tags(.p24),
        arguments: [
            #""JWT""#, #""jwt""#, #""License+jwt""#, #""LICENSE+JWT""#, #""application/license+jwt""#, #""license""#,
            #""license+jwt ""#, #""licence+jwt""#, #""""#, "null", "1", "true", #"["license+jwt"]"#, "{}",
            #""license+jwt;v=2""#, #""at+jwt""#,
        ]
    )
    func types(value: String) {
        #expect(Self.outcome(Self.header.setting("typ", JSONText(raw: value))) == "unsupported-format")
    }

    @Test(
        "A header that is not strict JSON is malformed",
        arguments: [
            "", "[]", "null", #""alg""#, "{", #"{"alg":"Ed25519","kid":"key-Ed25519","typ":"license+jwt",}"#,
            #"{"alg":"Ed25519","kid":"key-Ed25519","typ":"license+jwt"}{}"#,
            #"{"alg":"Ed25519","kid":"key-Ed25519","typ":"license+jwt"}x"#,
            #"{"alg":"Ed25519","kid":"key-Ed25519","typ":"license+jwt"/**/}"#,
            "\u{FEFF}" + #"{"alg":"Ed25519","kid":"key-Ed25519","typ":"license+jwt"}"#,
            #"{"alg":"Ed25519","kid":"key-Ed25519","typ":"license+jwt","x":"\ud800"}"#,
            #"{"alg":"Ed25519","kid":"key-Ed25519","typ":"license+jwt","x":{"y":1,"y":2}}"#,
        ]
    )
    func notStrict(header: String) {
        #expect(Self.outcome(header) == "malformed")
    }
}
