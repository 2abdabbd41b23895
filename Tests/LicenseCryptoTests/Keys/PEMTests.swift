import LicenseCrypto
import LicenseModel
import Testing

/// Keys in PEM, which must be exactly one block with a public key.
@Suite("PEM")
struct PEMTests {
    // The key of RFC 8410, section 10.1.
    private static let lines = [
        "-----BEGIN PUBLIC KEY-----", "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=",
        "-----END PUBLIC KEY-----",
    ]
    private static let pem = lines.map { $0 + "\n" }.joined()

    private static func outcome(_ text: String) -> String {
        verdict { try TrustedKey(pem: text) }
    }

    @Test("A published key is accepted")
    func published() throws {
        let key = try TrustedKey(pem: Self.pem)
        #expect(key.algorithm == .ed25519)
        #expect(key.conditions == KeyConditions.unrestricted)
    }

    @Test("The id and conditions that are passed with a key are kept")
    func arguments() throws {
        let conditions = KeyConditions(
            issuer: .only(try ClaimString("Vendor")),
            validity: .between(LicenseInstant(secondsSince1970: 5), LicenseInstant(secondsSince1970: 6)),
            environment: .test
        )
        let key = try TrustedKey(pem: Self.pem, algorithm: .ed25519, id: "mine", conditions: conditions)
        #expect(key.id == "mine")
        #expect(key.conditions == conditions)
    }

    @Test("An unknown algorithm refuses the key")
    func unknownAlgorithm() {
        let later = SignatureAlgorithm(rawValue: "ML-DSA-65")
        #expect(verdict { try TrustedKey(pem: Self.pem, algorithm: later) } == "unsupported")
    }

    @Test("A validity that does not end after its start is malformed", arguments: [(5, 5), (6, 5)] as [(Int64, Int64)])
    func validity(from: Int64, until: Int64) {
        let (start, end) = (LicenseInstant(secondsSince1970: from), LicenseInstant(secondsSince1970: until))
        #expect(
            verdict {
                try TrustedKey(pem: Self.pem, conditions: KeyConditions(issuer: .any, validity: .between(start, end)))
            }
                == "malformed"
        )
    }

    @Test("Lines end with LF or CRLF, and the last line ending is optional", arguments: ["\n", "\r\n"])
    func lineEnds(lineEnd: String) {
        #expect(Self.outcome(Self.lines.map { $0 + lineEnd }.joined()) == "accepted")
        #expect(Self.outcome(Self.lines.joined(separator: lineEnd)) == "accepted")
        #expect(Self.outcome(Self.lines.map { $0 + lineEnd }.joined() + "\r") == "malformed")
    }

    @Test("The base64 can be wrapped at any width", arguments: [1, 4, 7, 60, 64, 76])
    func widths(width: Int) {
        var rest = Self.lines[1][...]
        var lines: [Substring] = []
        while !rest.isEmpty {
            lines.append(rest.prefix(width))
            rest = rest.dropFirst(width)
        }
        let text = "\(Self.lines[0])\n\(lines.joined(separator: "\n"))\n\(Self.lines[2])\n"
        #expect(Self.outcome(text) == "accepted")
    }

    @Test(
        "Anything before or after the block is refused",
        arguments: ["x", "x\n", "# my key\n", " ", "\n", "\u{FEFF}\u{FEFF}", "\r", "\u{0}"]
    )
    func surroundingText(text: String) {
        #expect(Self.outcome(text + Self.pem) == "malformed")
        #expect(Self.outcome(Self.pem + text) == "malformed")
    }

    @Test("A byte order mark is dropped at the start, and refused anywhere else")
    func byteOrderMark() throws {
        let mark = "\u{FEFF}"
        let key = try TrustedKey(pem: Self.pem)
        #expect(try TrustedKey(pem: mark + Self.pem).id == key.id)
        #expect(try TrustedKeys(contents: mark + Self.pem).ids == [key.id])
        for line in 0..<3 {
            for text in [mark + Self.lines[line], Self.lines[line] + mark] where line > 0 || !text.hasPrefix(mark) {
                var lines = Self.lines
                lines[line] = text
                #expect(Self.outcome(lines.joined(separator: "\n")) == "malformed")
            }
        }
        #expect(Self.outcome(Self.pem + mark) == "malformed")
    }

    @Test("Two keys are refused")
    func twoKeys() {
        #expect(Self.outcome(Self.pem + Self.pem) == "malformed")
        #expect(Self.outcome(Self.pem + "\n" + Self.pem) == "malformed")
    }

    @Test(
        "A label other than PUBLIC KEY is refused",
        arguments: [
            "RSA PUBLIC KEY", "CERTIFICATE", "public key", "KEY", "", "PUBLIC KEY ", "PUBLIC  KEY", "LICENSE",
            "PRIVATEKEY",
        ]
    )
    func labels(label: String) {
        #expect(Self.outcome(Self.pem.replacing("PUBLIC KEY", with: label)) == "malformed")
        #expect(Self.outcome(Self.pem.replacing("BEGIN PUBLIC KEY", with: "BEGIN \(label)")) == "malformed")
        #expect(Self.outcome(Self.pem.replacing("END PUBLIC KEY", with: "END \(label)")) == "malformed")
    }

    @Test("A private key is refused")
    func privateKey() {
        // The private key of RFC 8410, section 10.3.
        let text = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----
            """
        #expect(Self.outcome(text) == "private-key")
    }

    @Test("White space before or after any line is refused", arguments: 0..<3, [" ", "\t", "\u{A0}", "\u{C}"])
    func whiteSpace(line: Int, character: String) {
        var lines = Self.lines
        lines[line] = character + lines[line]
        #expect(Self.outcome(lines.joined(separator: "\n")) == "malformed")
        lines = Self.lines
        lines[line] += character
        #expect(Self.outcome(lines.joined(separator: "\n")) == "malformed")
    }

    @Test("A missing line is refused", arguments: 0..<3)
    func missing(line: Int) {
        var lines = Self.lines
        lines.remove(at: line)
        #expect(Self.outcome(lines.joined(separator: "\n")) == "malformed")
    }

    @Test("An empty line is refused in any position", arguments: 0...3, ["", "\r"])
    func emptyLine(index: Int, line: String) {
        var lines = Self.lines
        lines.insert(line, at: index)
        #expect(Self.outcome(lines.map { $0 + "\n" }.joined()) == "malformed")
    }

    @Test("An empty block is refused")
    func empty() {
        #expect(Self.outcome("") == "malformed")
        #expect(Self.outcome("\(Self.lines[0])\n\n\(Self.lines[2])\n") != "accepted")
    }

    @Test("Headers in the block are refused", arguments: ["Proc-Type: 4,ENCRYPTED\n\n", "Comment: mine\n"])
    func headers(header: String) {
        #expect(Self.outcome("\(Self.lines[0])\n\(header)\(Self.lines[1])\n\(Self.lines[2])\n") == "malformed")
    }

    @Test(
        "Base64 that is not canonical is refused",
        arguments: [
            "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE",  // No padding.
            "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuF=",  // An unused bit.
            "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE==",
            "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZu_=",
            "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=AAAA",
        ]
    )
    func otherEncodings(base64: String) {
        #expect(Self.outcome("\(Self.lines[0])\n\(base64)\n\(Self.lines[2])\n") == "malformed")
    }

    @Test("A text of 256 KiB is parsed and one byte more is too large")
    func size() {
        // The BEGIN and END lines and the three line endings have 53 bytes.
        for (count, expected) in [(262_144 - 53, "malformed"), (262_145 - 53, "too-large")] {
            let text = "\(Self.lines[0])\n\(String(repeating: "A", count: count))\n\(Self.lines[2])\n"
            #expect(Self.outcome(text) == expected)
        }
    }

    @Test("Conditions can be passed with a key in PEM, but not with a JWK")
    func conditionsOfContents() throws {
        let conditions = KeyConditions(issuer: .only(try ClaimString("Vendor")), validity: .always, environment: .test)
        let keys = try TrustedKeys(contents: Self.pem, id: "mine", conditions: conditions)
        #expect(keys["mine"]?.conditions == conditions)
        #expect(keys.ids == ["mine"])
        let jwk = #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
        #expect(verdict { try TrustedKeys(contents: jwk, conditions: conditions) } == "unsupported")
        #expect(try TrustedKeys(contents: jwk).ids.count == 1)
        #expect(try TrustedKeys(jwk: jwk).ids.count == 1)
    }

    @Test("A validity that a JWK cannot express is refused")
    func impossibleValidity() {
        let (before, epoch) = (LicenseInstant(secondsSince1970: -1), LicenseInstant(secondsSince1970: 0))
        for validity in [KeyConditions.Validity.from(before), .until(before), .between(before, epoch)] {
            let conditions = KeyConditions(issuer: .any, validity: validity)
            #expect(verdict { try TrustedKey(pem: Self.pem, conditions: conditions) } == "malformed")
        }
        for validity in [KeyConditions.Validity.from(.latest), .until(epoch), .between(epoch, .latest)] {
            let conditions = KeyConditions(issuer: .any, validity: validity)
            #expect(verdict { try TrustedKey(pem: Self.pem, conditions: conditions) } == "accepted")
        }
    }
}
