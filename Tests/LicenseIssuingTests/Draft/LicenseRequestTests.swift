import LicenseCrypto
import LicenseIssuing
import LicenseModel
import LicenseNodeKey
import Testing

@Suite("Application codes")
struct LicenseRequestTests {
    private let key: NodeKey
    private let other: NodeKey
    private let now = LicenseInstant(secondsSince1970: 1_800_000_000)

    init() throws {
        self.key = try #require(NodeKey())
        self.other = try #require(NodeKey())
    }

    /// A code whose parts a test can change before it is signed.
    private struct Parts {
        var header: [(name: String, value: JSONText)]
        var jwk: [(name: String, value: JSONText)]
        var claims: [(name: String, value: JSONText)]

        init(_ key: NodeKey) throws {
            let thumbprint = JSONText.string(try #require(key.thumbprint).rawValue)
            self.header = [("alg", .string("Ed25519")), ("kid", thumbprint), ("typ", .string("license-request+jwt"))]
            let x = JSONText.string(Base64.encodeURL(key.publicBytes))
            self.jwk = [("crv", .string("Ed25519")), ("kty", .string("OKP")), ("x", x)]
            self.claims = [("iat", .integer(1_800_000_000)), ("sub", thumbprint)]
        }

        func code(signedBy key: NodeKey) throws -> String {
            let claims = self.claims + [("cnf", .object([("jwk", .object(self.jwk))]))]
            let signed = [JSONText.object(self.header), .object(claims)].map { Base64.encodeURL($0.bytes) }
                .joined(separator: ".")
            return "\(signed).\(Base64.encodeURL(try #require(key.signature(over: Array(signed.utf8)))))"
        }
    }

    private func error(for code: String) -> IssuingError? {
        do {
            _ = try LicenseRequest(contents: Array(code.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test("A code is read with everything in it, also with white space around it", arguments: ["", "\n", " \r\n\t"])
    func valid(_ space: String) throws {
        let host = ["os": "Debian 12", "name": "a\"b"]
        let code = try #require(ApplicationCode(signedBy: self.key, at: self.now, product: "p", host: host))
        let request = try LicenseRequest(contents: Array((space + code.text + space).utf8))
        #expect(request.thumbprint == self.key.thumbprint)
        #expect(request.issuedAt == self.now)
        #expect(request.product == "p")
        #expect(request.host == host)

        let plain = try LicenseRequest(contents: Array(try Parts(self.key).code(signedBy: self.key).utf8))
        #expect(plain.thumbprint == self.key.thumbprint)
        #expect(plain.product == nil)
        #expect(plain.host.isEmpty)
    }

    @Test(
        "A code with another header is refused",
        arguments: [
            ("alg", JSONText.string("EdDSA")), ("alg", .string("none")), ("alg", .integer(1)), ("typ", .string("JWT")),
            ("typ", .string("license+jwt")), ("crit", .array([])), ("jwk", .object([])),
        ] as [(name: String, value: JSONText)]
    )
    func header(_ member: (name: String, value: JSONText)) throws {
        var parts = try Parts(self.key)
        parts.header.removeAll { $0.name == member.name }
        parts.header.append(member)
        let error = try #require(self.error(for: try parts.code(signedBy: self.key)))
        #expect(error.code == .invalidRequest)
        #expect(error.message.contains("header"))
    }

    @Test("A code without one of its members is refused", arguments: ["alg", "kid", "typ"])
    func missingHeaderMember(_ name: String) throws {
        var parts = try Parts(self.key)
        parts.header.removeAll { $0.name == name }
        #expect(self.error(for: try parts.code(signedBy: self.key))?.message.contains("header") == true)
    }

    @Test(
        "A missing or invalid claim refuses the code, and the error names it",
        arguments: [
            ("sub", nil), ("sub", .string("other")), ("sub", .integer(1)), ("iat", nil), ("iat", .integer(-1)),
            ("iat", .string("1")), ("aud", .string("a b")), ("aud", .array([])), ("host", .string("x")),
            ("host", .object([("a", .integer(1))])),
        ] as [(name: String, value: JSONText?)]
    )
    func claims(_ claim: (name: String, value: JSONText?)) throws {
        var parts = try Parts(self.key)
        parts.claims.removeAll { $0.name == claim.name }
        if let value = claim.value {
            parts.claims.append((claim.name, value))
        }
        let error = try #require(self.error(for: try parts.code(signedBy: self.key)))
        #expect(error.code == .invalidRequest)
        #expect(error.problems.map(\.member) == [claim.name])
        #expect(error.message.contains("'\(claim.name)'"))
    }

    @Test("A code whose thumbprint is not that of its key is refused")
    func foreignKey() throws {
        var parts = try Parts(self.key)
        parts.jwk = try Parts(self.other).jwk
        for signer in [self.key, self.other] {
            #expect(self.error(for: try parts.code(signedBy: signer))?.message.contains("thumbprint") == true)
        }
    }

    @Test("A code that another key signed, or whose signature is damaged, is refused")
    func signature() throws {
        let parts = try Parts(self.key)
        #expect(self.error(for: try parts.code(signedBy: self.other))?.message.contains("changed") == true)
        let code = try parts.code(signedBy: self.key)
        let end = try #require(code.lastIndex(of: "."))
        let first = code.index(after: end)
        let changed = "\(code[...end])\(code[first] == "A" ? "B" : "A")\(code[first...].dropFirst())"
        #expect(self.error(for: changed)?.message.contains("changed") == true)
        #expect(self.error(for: "\(code[...end])AAAA")?.message.contains("changed") == true)
    }

    @Test(
        "A code with the private half of a key is refused, and the key must be replaced",
        arguments: ["d", "p", "k"]
    )
    func privateKey(_ name: String) throws {
        var parts = try Parts(self.key)
        parts.jwk.append((name, .string("AAAA")))
        let error = try #require(self.error(for: try parts.code(signedBy: self.key)))
        #expect(error.message.contains("private key"))
        #expect(error.message.contains("replaced"))
    }

    @Test(
        "A code with a key that is not an Ed25519 key is refused",
        arguments: [("crv", "X25519"), ("crv", "P-256"), ("kty", "EC"), ("x", "AAAA"), ("x", "")]
    )
    func otherKey(_ name: String, _ value: String) throws {
        var parts = try Parts(self.key)
        parts.jwk.removeAll { $0.name == name }
        parts.jwk.append((name, .string(value)))
        let error = try #require(self.error(for: try parts.code(signedBy: self.key)))
        #expect(error.problems.map(\.member) == ["cnf.jwk"])
    }

    @Test("A text that is larger than 16 KiB is refused")
    func tooLarge() throws {
        let facts: [(name: String, value: JSONText)] = [("a", .string(String(repeating: "x", count: 13_000)))]
        var parts = try Parts(self.key)
        parts.claims.append(("host", .object(facts)))
        #expect(self.error(for: try parts.code(signedBy: self.key))?.message.contains("16 KiB") == true)
        #expect(self.error(for: String(repeating: "A", count: 20_000))?.message.contains("16 KiB") == true)
        #expect(self.error(for: String(repeating: " ", count: 20_000)) != nil)
    }

    @Test(
        "Bytes after the code or in it are refused",
        arguments: ["x", ".", ".x", "=", "\u{0}", "\u{FEFF}", "\n\nx", " "]
    )
    func otherBytes(_ text: String) throws {
        let code = try Parts(self.key).code(signedBy: self.key)
        if text != " " {
            #expect(self.error(for: code + text) != nil)
            #expect(self.error(for: text + code) != nil)
        }
        let middle = code.index(code.startIndex, offsetBy: 40)
        #expect(self.error(for: "\(code[..<middle])\(text)\(code[middle...])") != nil)
    }

    @Test(
        "A text that is something else is refused",
        arguments: ["", " ", "a.b", "..", "-----BEGIN LICENSE-----", "W10.W10.AAAA", "{}"]
    )
    func otherText(_ text: String) {
        #expect(self.error(for: text)?.code == .invalidRequest)
    }
}
