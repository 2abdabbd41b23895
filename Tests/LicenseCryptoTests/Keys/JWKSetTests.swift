import LicenseCrypto
import LicenseModel
import Testing

/// JWK Sets, in which each key and each id must be unique, and one refused key refuses the set.
@Suite("JWK Set")
struct JWKSetTests {
    private static let first = TestSigner.ed25519.jwk
    private static let second = TestSigner.shared(.es256).jwk

    private static func outcome(_ keys: [JSONText]) -> String {
        verdict { try TrustedKeys(jwkSet: #"{"keys":[\#(keys.map(\.text).joined(separator: ","))]}"#) }
    }

    @Test("The keys of a set are found by id")
    func found() throws {
        let keys = try TrustedKeys(jwkSet: #"{"keys":[\#(Self.first.text),\#(Self.second.text)],"other":[1]}"#)
        #expect(keys["key-Ed25519"]?.algorithm == .ed25519)
        #expect(keys["key-ES256"]?.algorithm == .es256)
        #expect(keys["key-es256"] == nil)
        #expect(keys["other"] == nil)
    }

    @Test("A set with keys for all algorithms is accepted")
    func allAlgorithms() {
        #expect(Self.outcome(SignatureAlgorithm.known.map { TestSigner.shared($0).jwk }) == "accepted")
    }

    @Test("One refused key refuses the set, whatever its position")
    func refusedKey() {
        let refused: [(JSONText, String)] = [
            (Self.second.setting("d", #""AAAA""#), "private-key"),
            (Self.second.setting("use", #""enc""#), "unsupported"),
            (Self.second.setting("kty", #""oct""#), "unsupported"),
            (Self.second.setting("crv", #""P-521""#), "unsupported"),
            (Self.second.setting("x", #""AAAA""#), "malformed"), ("null", "malformed"), ("{}", "unsupported"),
            (#""key""#, "malformed"), ("[]", "malformed"), (Self.second.setting("kid", #""""#), "malformed"),
            (Self.second.setting("y", Self.x(of: Self.second)), "weak-key"),
        ]
        for (key, expected) in refused {
            #expect(Self.outcome([Self.first, key]) == expected, "\(key.text)")
            #expect(Self.outcome([key, Self.first]) == expected, "\(key.text)")
        }
    }

    /// Returns the `x` of a JWK on a curve.
    private static func x(of jwk: JSONText) -> JSONText {
        let parts = jwk.text.split(separator: "\"")
        let index = parts.firstIndex(of: "x").map { $0 + 2 } ?? 0
        return JSONText(raw: "\"\(parts[index])\"")
    }

    @Test("Two keys with the same id refuse the set, whether they differ or not")
    func duplicateID() {
        #expect(Self.outcome([Self.first, Self.first]) == "duplicate-key-id")
        #expect(Self.outcome([Self.first, Self.second.setting("kid", #""key-Ed25519""#)]) == "duplicate-key-id")
        #expect(Self.outcome([Self.first, Self.second.setting("kid", #""key-ed25519""#)]) == "accepted")
        let unnamed = Self.first.removing("kid")
        #expect(Self.outcome([unnamed, unnamed]) == "duplicate-key-id")
    }

    /// Returns a copy of a key with another id and another member changed.
    private static func copy(of jwk: JSONText, _ member: String, _ value: String) -> JSONText {
        jwk.setting("kid", #""another""#).setting(member, JSONText(raw: value))
    }

    @Test(
        "The same key with two ids refuses the set, whatever else differs",
        arguments: [
            ("kid", #""another""#), ("iss", #""Another Vendor""#), ("nbf", "1"), ("exp", "1"),
            ("environment", #""test""#), ("use", #""sig""#), ("other", "[]"),
        ]
    )
    func duplicateKey(member: String, value: String) {
        for algorithm in SignatureAlgorithm.known {
            let jwk = TestSigner.shared(algorithm).jwk
            let again = Self.copy(of: jwk, member, value)
            #expect(Self.outcome([jwk, again]) == "duplicate-key")
            #expect(
                Self.outcome([again, TestSigner.shared(.es384).jwk.setting("kid", #""k""#), jwk]) == "duplicate-key"
            )
        }
    }

    @Test("The same key with two algorithm names or without an id is a duplicate")
    func duplicateKeyWithOtherNames() {
        let rsa = TestSigner.shared(.ps256).jwk
        #expect(Self.outcome([rsa, Self.copy(of: rsa, "alg", #""RS256""#)]) == "duplicate-key")
        #expect(Self.outcome([Self.first, Self.copy(of: Self.first, "alg", #""EdDSA""#)]) == "duplicate-key")
        #expect(Self.outcome([Self.first.removing("kid"), Self.first]) == "duplicate-key")
    }

    @Test("A duplicate id is reported before a duplicate key")
    func order() {
        let again = Self.first.setting("kid", #""another""#)
        let sameID = Self.second.setting("kid", #""key-Ed25519""#)
        #expect(Self.outcome([Self.first, Self.first]) == "duplicate-key-id")
        #expect(Self.outcome([Self.first, again, sameID]) == "duplicate-key-id")
        #expect(Self.outcome([sameID, again, Self.first]) == "duplicate-key-id")
    }

    @Test("A union or a list with a duplicate key is refused, even across formats")
    func duplicateKeyInUnion() throws {
        let jwk = try TrustedKeys(contents: Self.first.text)
        let pem = try TrustedKeys(contents: TestSigner.ed25519.pem)
        #expect(verdict { try jwk.union(pem) } == "duplicate-key")
        #expect(verdict { try pem.union(jwk) } == "duplicate-key")
        let rsa = TestSigner.shared(.rs256).pem
        let keys = try [SignatureAlgorithm.ps256, .rs256]
            .map { try TrustedKey(pem: rsa, algorithm: $0, id: KeyID(rawValue: "for-\($0.rawValue)")) }
        #expect(verdict { try TrustedKeys(keys) } == "duplicate-key")
        let contexts = try [OpenSSLContext.isolated, .process]
            .map { try TrustedKey(pem: rsa, algorithm: .ps256, id: KeyID(rawValue: "\($0)"), context: $0) }
        #expect(verdict { try TrustedKeys(contexts) } == "duplicate-key")
    }

    /// The JWKs of 65 different keys.
    private static let many = (0..<65).map { TestSigner(.ed25519, keyID: "key-\($0)").jwk }

    @Test("64 keys are accepted and 65 are too large, in a set, a list and a union")
    func count() throws {
        let sets = (64...65).map { #"{"keys":[\#(Self.many.prefix($0).map(\.text).joined(separator: ","))]}"# }
        #expect(sets.map { set in verdict { try TrustedKeys(jwkSet: set) } } == ["accepted", "too-large"])
        #expect(sets.map { set in verdict { try TrustedKeys(contents: set) } } == ["accepted", "too-large"])
        let keys = try Self.many.map { try TrustedKey(jwk: $0.text) }
        #expect(verdict { try TrustedKeys(Array(keys.prefix(64))) } == "accepted")
        #expect(verdict { try TrustedKeys(keys) } == "too-large")
        let most = try TrustedKeys(Array(keys.prefix(63)))
        let more = try keys.suffix(2).map { try TrustedKeys([$0]) }
        let full = try most.union(more[0])
        #expect(verdict { try full.union(more[1]) } == "too-large")
        #expect(verdict { try more[1].union(full) } == "too-large")
    }

    @Test("The number of keys is checked before any key")
    func countComesFirst() {
        let refused: [JSONText] = [Self.first.setting("d", #""AAAA""#), "null", Self.first.setting("x", #""AAAA""#)]
        for key in refused + [Self.first] {
            #expect(Self.outcome([JSONText](repeating: key, count: 65)) == "too-large")
            #expect(Self.outcome([JSONText](repeating: key, count: 64)) != "too-large")
        }
    }

    @Test("A union or a list with a duplicate id is refused")
    func union() throws {
        let first = try TrustedKeys(jwkSet: #"{"keys":[\#(Self.first.text)]}"#)
        let second = try TrustedKeys(jwkSet: #"{"keys":[\#(Self.second.text)]}"#)
        let both = try first.union(second)
        #expect(both["key-Ed25519"] != nil)
        #expect(both["key-ES256"] != nil)
        #expect(verdict { try both.union(first) } == "duplicate-key-id")
        let key = try TestSigner.ed25519.trusted
        #expect(verdict { try TrustedKeys([key, key]) } == "duplicate-key-id")
        #expect(verdict { try TrustedKeys([]) } == "accepted")
    }

    @Test(
        "A text that is not a JWK Set is malformed",
        arguments: [
            #"{"keys":[]}"#, #"{"keys":{}}"#, #"{"keys":null}"#, #"{"keys":"a"}"#, "{}", "[]", "", "null",
            #"{"Keys":[]}"#,
            #"{"keys":[[]]}"#, #"{"keys":[1]}"#, #"{"keys":[],"keys":[]}"#, #"{"keys":[]}{}"#,
        ]
    )
    func notSet(text: String) {
        #expect(verdict { try TrustedKeys(jwkSet: text) } == "malformed")
    }

    @Test("A key is not accepted as a set, and a set is not accepted as a key")
    func keyAndSet() {
        #expect(verdict { try TrustedKeys(jwkSet: Self.first.text) } == "malformed")
        #expect(verdict { try TrustedKey(jwk: #"{"keys":[\#(Self.first.text)]}"#) } != "accepted")
    }

    @Test("A set of 256 KiB is accepted and one byte more is too large")
    func size() {
        let set = #"{"keys":[\#(Self.first.text)]}"#
        let spaces = String(repeating: " ", count: 262_144 - set.utf8.count)
        #expect(verdict { try TrustedKeys(jwkSet: set + spaces) } == "accepted")
        #expect(verdict { try TrustedKeys(jwkSet: set + spaces + " ") } == "too-large")
    }

    @Test("A key file can contain PEM, a JWK or a JWK Set")
    func keyFiles() throws {
        let signer = TestSigner.ed25519
        let set = #"{"keys":[\#(Self.first.text),\#(Self.second.text)]}"#
        #expect(try TrustedKeys(contents: signer.jwk.text)["key-Ed25519"]?.algorithm == .ed25519)
        #expect(try TrustedKeys(contents: set)["key-ES256"]?.algorithm == .es256)
        #expect(try TrustedKeys(contents: " \n" + set)["key-ES256"]?.algorithm == .es256)
        #expect(try TrustedKeys(contents: signer.pem, id: "mine")["mine"]?.algorithm == .ed25519)
        let rsa = TestSigner.shared(.rs256)
        #expect(try TrustedKeys(contents: rsa.pem, algorithm: .rs256, id: "rsa")["rsa"]?.algorithm == .rs256)
        #expect(verdict { try TrustedKeys(contents: rsa.pem) } == "algorithm-missing")
    }

    @Test("A JWK in a key file is refused if an algorithm or id is passed for it")
    func arguments() {
        #expect(verdict { try TrustedKeys(contents: Self.first.text, algorithm: .ed25519) } == "unsupported")
        #expect(verdict { try TrustedKeys(contents: Self.first.text, id: "mine") } == "unsupported")
    }

    @Test(
        "A key file in any other format is malformed",
        arguments: ["", " ", "-", "x", "[]", "\u{FEFF}{}", "ssh-ed25519 AAAA"]
    )
    func otherFormats(text: String) {
        #expect(verdict { try TrustedKeys(contents: text) } == "malformed")
    }

    @Test("A description contains the ids but not the keys")
    func descriptions() throws {
        let keys = try TrustedKeys(jwkSet: #"{"keys":[\#(Self.second.text),\#(Self.first.text)]}"#)
        #expect("\(keys)" == "TrustedKeys(key-ES256, key-Ed25519)")
        #expect(String(reflecting: keys) == "TrustedKeys(key-ES256, key-Ed25519)")
        #expect("\(try TestSigner.ed25519.trusted)" == "TrustedKey(key-Ed25519, Ed25519)")
        #expect(String(reflecting: try TestSigner.ed25519.trusted) == "TrustedKey(key-Ed25519, Ed25519)")
    }
}
