import LicenseCrypto
import LicenseModel
import Testing

/// The members of a JWK: those that are used, those that refuse it, and those that are ignored.
@Suite("JWK")
struct JWKTests {
    // The key of RFC 8037, A.2.
    private static let key: JSONText = JSONText([
        "kty": #""OKP""#, "crv": #""Ed25519""#, "x": #""11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo""#,
    ])

    private static func outcome(_ member: String, _ value: String) -> String {
        verdict { try TrustedKey(jwk: self.key.setting(member, JSONText(raw: value)).text) }
    }

    @Test("A published key is accepted without conditions")
    func published() throws {
        let key = try TrustedKey(jwk: Self.key.text)
        #expect(key.algorithm == .ed25519)
        #expect(key.conditions == KeyConditions.unrestricted)
        #expect(key.conditions == KeyConditions(issuer: .any, validity: .always, environment: .production))
    }

    @Test("All supported members of a JWK are read")
    func allMembers() throws {
        let jwk = Self.key.setting("kid", #""k-1""#).setting("alg", #""EdDSA""#).setting("use", #""sig""#)
            .setting("key_ops", #"["verify"]"#).setting("iss", #""Vendor, 厂商""#).setting("nbf", "0")
            .setting("exp", "253402300799").setting("environment", #""test""#)
        let key = try TrustedKey(jwk: jwk.text)
        #expect(key.id == "k-1")
        #expect(key.algorithm == .ed25519)
        #expect(key.conditions.issuer.value?.rawValue == "Vendor, 厂商")
        #expect(key.conditions.validity.start?.secondsSince1970 == 0)
        #expect(key.conditions.validity.end?.secondsSince1970 == 253_402_300_799)
        #expect(key.conditions.environment == .test)
    }

    @Test(
        "A member of a private or symmetric key refuses the JWK, whatever its value",
        arguments: ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"]
    )
    func privateMembers(name: String) {
        for value in [#""AAAA""#, #""""#, "null", "[]", "1"] {
            #expect(Self.outcome(name, value) == "private-key", "\(value)")
        }
        let first = #"{"\#(name)":"AAAA",\#(Self.key.text.dropFirst())"#
        #expect(verdict { try TrustedKey(jwk: first) } == "private-key")
        let escaped = Self.key.setting(#"\u00\#(String(name.utf8.first ?? 0, radix: 16))\#(name.dropFirst())"#, "1")
        #expect(verdict { try TrustedKey(jwk: escaped.text) } == "private-key")
    }

    @Test("A symmetric key is refused")
    func symmetric() {
        #expect(verdict { try TrustedKey(jwk: #"{"kty":"oct","k":"AAAA","alg":"HS256"}"#) } == "private-key")
        #expect(verdict { try TrustedKey(jwk: #"{"kty":"oct","alg":"HS256"}"#) } != "accepted")
    }

    @Test(
        "Unknown members are ignored",
        arguments: ["x5c", "x5t", "foo", "D", "", "é", "keys", "jku", "version"]
    )
    func unknownMembers(name: String) {
        for value in ["null", "1.5", #"{"d":1}"#, #"["AAAA"]"#] {
            #expect(Self.outcome(name, value) == "accepted", "\(value)")
        }
    }

    @Test("A JWK that is not strict JSON is malformed")
    func notStrict() {
        let text = Self.key.text
        for jwk in [
            #"{"kty":"OKP",\#(text.dropFirst())"#, #"{"a":{"b":1,"b":2},\#(text.dropFirst())"#, text + text,
            "\u{FEFF}" + text, text.dropLast() + ",}", "[\(text)]", "", "null", String(text.dropLast()), text + "x",
        ] {
            #expect(verdict { try TrustedKey(jwk: jwk) } == "malformed")
        }
        #expect(verdict { try TrustedKey(jwk: " \n" + text + "\r\n\t") } == "accepted")
    }

    @Test(
        "The use can only be sig, and the key operations can only be verify",
        arguments: [
            ("use", #""sig""#, true), ("use", #""enc""#, false), ("use", #""""#, false), ("use", "null", false),
            ("use", #""SIG""#, false), ("use", #"["sig"]"#, false), ("key_ops", #"["verify"]"#, true),
            ("key_ops", #"["sign"]"#, false), ("key_ops", #"["verify","sign"]"#, false), ("key_ops", "[]", false),
            ("key_ops", #""verify""#, false), ("key_ops", "null", false), ("key_ops", #"["encrypt"]"#, false),
            ("key_ops", #"["verify","verify"]"#, false), ("key_ops", "[1]", false),
        ]
    )
    func use(member: String, value: String, isAccepted: Bool) {
        #expect((Self.outcome(member, value) == "accepted") == isAccepted)
    }

    @Test(
        "A kid with an invalid character or type is refused",
        arguments: [
            (#""a""#, true), (#""A-Za-z0-9._-""#, true), (#""-""#, true), (#""..""#, true), (#""""#, false),
            (#""a b""#, false), (#""a/b""#, false), (#""a\n""#, false), (#""é""#, false), (#""\u212a""#, false),
            ("1", false),
            ("null", false), (#"["a"]"#, false), ("true", false),
        ]
    )
    func keyIDs(value: String, isAccepted: Bool) {
        #expect((Self.outcome("kid", value) == "accepted") == isAccepted)
    }

    @Test("A kid of 64 characters is accepted and one of 65 is refused")
    func longKeyIDs() {
        #expect(Self.outcome("kid", "\"\(String(repeating: "k", count: 64))\"") == "accepted")
        #expect(Self.outcome("kid", "\"\(String(repeating: "k", count: 65))\"") == "malformed")
    }

    @Test(
        "An alg that does not match the key is refused",
        arguments: [
            (#""Ed25519""#, "accepted"), (#""EdDSA""#, "accepted"), (#""ES256""#, "unsupported"),
            (#""SM2-SM3""#, "unsupported"), (#""RS256""#, "unsupported"), (#""HS256""#, "malformed"),
            (#""none""#, "malformed"), (#""ed25519""#, "malformed"), (#""""#, "malformed"), ("null", "malformed"),
            ("1", "malformed"), (#"["Ed25519"]"#, "malformed"), (#""Ed448""#, "malformed"),
        ]
    )
    func algorithms(value: String, expected: String) {
        #expect(Self.outcome("alg", value) == expected)
    }

    @Test(
        "An invalid issuer, instant or environment is malformed",
        arguments: [
            ("iss", #""V""#, true), ("iss", #""""#, false), ("iss", "1", false), ("iss", "null", false),
            ("iss", #""a\u200bb""#, false), ("iss", #""a\nb""#, false), ("iss", #"["V"]"#, false),
            ("iss", #""a\u00adb""#, false), ("iss", #""a\u200db""#, true), ("iss", #""a\u200d""#, false),
            ("iss", #""\ufe0fa""#, false), ("nbf", "1", true),
            ("nbf", #""1""#, false), ("nbf", "-1", false), ("nbf", "1.0", false), ("nbf", "1e3", false),
            ("nbf", "null", false),
            ("nbf", "-0", false), ("nbf", "253402300799", true), ("nbf", "253402300800", false), ("exp", "1", true),
            ("exp", #""1""#, false), ("exp", "1.5", false), ("exp", "253402300800", false), ("exp", "true", false),
            ("environment", #""production""#, true), ("environment", #""test""#, true),
            ("environment", #""Test""#, false),
            ("environment", #""""#, false), ("environment", "null", false), ("environment", "true", false),
            ("environment", #""staging""#, false),
        ]
    )
    func conditions(member: String, value: String, isAccepted: Bool) {
        #expect(Self.outcome(member, value) == (isAccepted ? "accepted" : "malformed"))
    }

    @Test("The error for an invalid issuer describes the problem")
    func issuerProblem() throws {
        let text = Self.key.setting("iss", #""V\u202e""#).text
        let error = try #require(throws: TrustedKeyError.self) { try TrustedKey(jwk: text) }
        #expect(error.code == .malformed)
        #expect(error.message.english.hasPrefix("The JWK's 'iss' has U+202E, which changes the direction"))
    }

    @Test("A validity that does not end after its start is malformed", arguments: [(0, 1), (5, 6), (5, 5), (6, 5)])
    func validity(from: Int, until: Int) {
        let jwk = Self.key.setting("nbf", "\(from)").setting("exp", "\(until)").text
        #expect(verdict { try TrustedKey(jwk: jwk) } == (from < until ? "accepted" : "malformed"))
    }

    @Test("The members of the public key are required and must be valid", arguments: ["kty", "crv", "x"])
    func required(member: String) {
        #expect(verdict { try TrustedKey(jwk: Self.key.removing(member).text) } != "accepted")
        for value in ["null", "1", "[]", #""""#, #""AAAA""#, #""O\u212aP""#, #""okp""#] {
            #expect(Self.outcome(member, value) != "accepted", "\(value)")
        }
    }

    @Test(
        "An x that is not canonical base64url is malformed",
        arguments: [
            "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
            "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp", " 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
        ]
    )
    func otherEncodings(x: String) {
        #expect(Self.outcome("x", "\"\(x)\"") == "malformed")
    }

    @Test("A text of 256 KiB is accepted and one byte more is too large")
    func size() {
        let spaces = String(repeating: " ", count: 262_144 - Self.key.text.utf8.count)
        #expect(verdict { try TrustedKey(jwk: Self.key.text + spaces) } == "accepted")
        #expect(verdict { try TrustedKey(jwk: Self.key.text + spaces + " ") } == "too-large")
    }

    // Swift's String considers U+212A, the Kelvin sign, equal to the letter K.
    @Test(
        "A canonically equivalent letter is not equal, even next to an escape",
        arguments: [
            #""O\#u{212A}P""#, #""O\u212AP""#, #""O\#u{212A}\u0050""#, #""\u004F\#u{212A}P""#, #""\u004F\u212A\u0050""#,
        ]
    )
    func canonicallyEqual(type: String) {
        #expect(Self.outcome("kty", type) != "accepted")
        #expect(Self.outcome("kty", #""\u004F\u004BP""#) == "accepted")
    }
}
