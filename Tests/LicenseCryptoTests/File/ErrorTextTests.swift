import LicenseCrypto
import LicenseModel
import Testing

/// Error texts, which explain the problem and contain no content of a token or key and no control characters.
@Suite("Error texts")
struct ErrorTextTests {
    private static let signer = TestSigner.ed25519
    private static let escape = "\u{1B}[31mSECRET\u{7}"

    /// Refused files, each with its code and with texts of it that the error must not contain.
    private static let refused: [(code: String, file: String, secrets: [String])] = {
        let valid = signer.token(.base)
        let parts = valid.split(separator: ".").map(String.init)
        let header = signer.header
        func token(_ claims: JSONText) -> String {
            signer.token(claims)
        }
        func headed(_ name: String, _ value: String) -> String {
            signer.token(.base, header: header.setting(name, JSONText(raw: value)).text)
        }
        let base = JSONText.base
        return [
            ("malformed", escape, ["SECRET"]), ("malformed", armored(escape), ["SECRET"]),
            ("malformed", valid + "." + escape, ["SECRET"]), ("malformed", parts[0] + "." + parts[1], []),
            ("malformed", armored(valid) + "-----BEGIN LICENSE-----\n", []),
            ("malformed", armored(valid) + "> BEGIN LICENSE \(valid) \(escape)", ["SECRET"]),
            ("malformed", "\(escape) PRIVATE KEY-----", ["SECRET"]),
            ("malformed", #"{"SECRET":"\#(valid)"}"#, ["SECRET"]),
            ("too-large", valid + String(repeating: "A", count: 70_000), []),
            ("malformed", signer.token(.base, header: #"{"SECRET":1,"SECRET":2}"#), ["SECRET"]),
            ("unsupported-format", headed("SECRET\\u001b", "1"), ["SECRET"]),
            ("unsupported-format", headed("typ", #""SECRET\u001b""#), ["SECRET"]),
            ("unsupported-format", headed("kid", #""SECRET\u001b""#), ["SECRET"]),
            ("unsupported-algorithm", headed("alg", #""SECRET\u001b""#), ["SECRET"]),
            ("unknown-key", headed("kid", #""other""#), []), ("algorithm-mismatch", headed("alg", #""ES256""#), []),
            ("signature-invalid", "\(parts[0]).\(parts[1]).\([UInt8](repeating: 1, count: 64).base64URL)", []),
            ("claims-invalid", signer.token(payload: Array(#"{"SECRET":1,"SECRET":2}"#.utf8)), ["SECRET"]),
            ("claims-invalid", signer.token(payload: Array(#"{"SECRET":"\#(escape)"}"#.utf8)), ["SECRET"]),
            ("claims-invalid", token(base.setting("sub", #""SECRET\u001b[31m""#)), ["SECRET"]),
            ("claims-invalid", token(base.setting("jti", #""SECRET \u0007""#)), ["SECRET"]),
            ("claims-invalid", token(base.setting("exp", #""SECRET\u001b""#)), ["SECRET"]),
            ("claims-invalid", token(base.setting("license.type", #""SECRET\n""#)), ["SECRET"]),
            ("claims-invalid", token(base.setting("license.limits", #"{"hosts":1,"SECRET\u001b":1}"#)), ["SECRET"]),
            ("claims-invalid", token(base.setting("license.nodes", #"["SECRET\u202e"]"#)), ["SECRET"]),
            ("unsupported-requirement", token(base.setting("license.critical", #"["quota"]"#)), ["Example Ltd"]),
            ("issuer-mismatch", token(base.setting("iss", #""another""#)), ["Example Ltd"]),
            ("key-not-valid", token(base.setting("iat", "1")), ["Example Ltd"]),
            ("wrong-product", token(base.setting("aud", #""other""#)), ["Example Ltd"]),
            ("wrong-node", token(base.setting("license.nodes", #"["SECRET"]"#)), ["Example Ltd"]),
        ]
    }()

    private static func error(_ file: String) throws -> LicenseError {
        let jwk = self.signer.jwk.setting("iss", #""Test Vendor""#).setting("nbf", "1700000000")
        let verifier = LicenseVerifier(
            trusting: try TrustedKeys([try TrustedKey(jwk: jwk.text)]),
            product: .only("cloud")
        )
        return try #require(throws: LicenseError.self) {
            let verified = try verifier.verify(contents: file)
            throw try #require(verified.licenses.first?.wrongNodeError(on: .only([try ClaimString("node-a")])))
        }
    }

    /// Returns whether a text contains 12 consecutive characters of a token.
    private static func text(_ text: String, containsPartOf token: String) -> Bool {
        let text = Array(text.utf8)
        let windows = Set((0...max(0, text.count - 12)).map { Array(text[$0...].prefix(12)) })
        let token = Array(token.utf8)
        return (0...max(0, token.count - 12)).contains { windows.contains(Array(token[$0...].prefix(12))) }
    }

    @Test("The cases cover every code")
    func complete() {
        #expect(Set(Self.refused.map(\.code)) == Set(LicenseError.Code.known.map(\.rawValue)))
    }

    @Test("A license error has its code, a helpful text and no content of the token", arguments: refused)
    func licenses(code: String, file: String, secrets: [String]) throws {
        let error = try Self.error(file)
        #expect(error.code.description == code)
        #expect(error.message.english.count > 30)
        #expect(error.message.english.hasSuffix("."))
        let message = error.message
        for text in [
            "\(error)", message.english, message.simplifiedChinese, String(reflecting: error), error.member ?? "",
        ] {
            for secret in secrets {
                #expect(!text.contains(secret))
            }
            // The markers are not secret, and messages name them.
            let withoutMarkers = file.replacing("BEGIN LICENSE", with: "").replacing("END LICENSE", with: "")
            #expect(!Self.text(text, containsPartOf: withoutMarkers.replacing("-----", with: "")))
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
        }
    }

    @Test("The leak check detects a part of a token")
    func detection() {
        #expect(Self.text("before eyJhbGciOiJFZER after", containsPartOf: "eyJhbGciOiJFZERTQSJ9.AA"))
        #expect(!Self.text("before eyJhbGciOi after", containsPartOf: "eyJhbGciOiJFZERTQSJ9.AA"))
    }

    private static let point = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"

    @Test(
        "A key error has no content of the key",
        arguments: [
            #"{"kty":"OKP","crv":"Ed25519","x":"\#(point)","d":"SECRET-SECRET-SECRET"}"#,
            #"{"kty":"OKP","crv":"Ed25519","x":"\#(point)A"}"#, #"{"kty":"OKP","crv":"SECRET\u001b","x":"\#(point)"}"#,
            #"{"kty":"SECRET\u001b","crv":"Ed25519","x":"\#(point)"}"#,
            #"{"kty":"OKP","crv":"Ed25519","x":"\#(point)","kid":"SECRET\u001b"}"#,
            #"{"kty":"OKP","crv":"Ed25519","x":"\#(point)","alg":"SECRET\u001b"}"#,
            #"{"kty":"OKP","crv":"Ed25519","x":"\#(point)","SECRET":1,"SECRET":2}"#,
            #"{"kty":"OKP","crv":"Ed25519","x":"\#(point)","use":"SECRET\u001b"}"#,
            #"{"kty":"EC","crv":"P-256","x":"\#(point)","y":"\#(point)"}"#,
            #"{"kty":"OKP","crv":"Ed25519","x":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#,
            "-----BEGIN PUBLIC KEY-----\nSECRETSECRETSECRET\u{1B}\n-----END PUBLIC KEY-----\n",
            "-----BEGIN PRIVATE KEY-----\nSECRETSECRETSECRET\n-----END PRIVATE KEY-----\n",
            #"{"keys":[{"kty":"OKP","crv":"Ed25519","x":"\#(point)","d":"SECRET-SECRET-SECRET"}]}"#, "SECRET\u{1B}",
        ]
    )
    func keys(text: String) throws {
        let error = try #require(throws: TrustedKeyError.self) { try TrustedKeys(contents: text) }
        #expect(error.message.english.count > 20)
        for shown in ["\(error)", error.message.english, error.message.simplifiedChinese, String(reflecting: error)] {
            #expect(!shown.contains("SECRET"))
            #expect(!Self.text(shown, containsPartOf: Self.point))
            #expect(!shown.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
        }
    }

    @Test("A license's description contains only its category and id")
    func descriptions() throws {
        let license = try license(.base)
        #expect("\(license)" == "License(base, id: base-1)")
        #expect(String(reflecting: license) == "License(base, id: base-1)")
    }
}
