import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// The structure of a token: three parts of unpadded base64url, separated by dots.
@Suite("Token structure")
struct TokenFormTests {
    private static let token = TestSigner.ed25519.token(.base)
    private static let parts = token.split(separator: ".").map(String.init)

    private static func outcome(_ text: String) -> String {
        verdict { try LicenseVerifier.standard.verify(token: text) }
    }

    private static func fileOutcome(_ text: String) -> String {
        verdict { try LicenseVerifier.standard.verify(contents: text) }
    }

    @Test("A token with three parts and a signature by a trusted key is accepted")
    func validToken() {
        #expect(Self.parts.count == 3)
        #expect(Self.outcome(Self.parts.joined(separator: ".")) == "accepted")
        #expect(Self.fileOutcome(Self.token) == "accepted")
    }

    @Test(
        "Empty, blank or one-character input is malformed",
        .tags(.p01),
        arguments: ["", "\u{0}", "\n", " ", "\r\n\t ", "\u{FEFF}", "\u{FEFF}\n", "x"]
    )
    func emptyInput(text: String) {
        #expect(Self.fileOutcome(text) == "malformed")
        #expect(Self.outcome(text) == "malformed")
    }

    @Test("64 KiB of dots is malformed", .tags(.p03))
    func dots() {
        #expect(Self.fileOutcome(String(repeating: ".", count: 65_536)) == "malformed")
        #expect(Self.fileOutcome(String(repeating: ".", count: 65_537)) == "too-large")
        #expect(Self.outcome(String(repeating: ".", count: 65_537)) == "too-large")
    }

    @Test("A token with fewer or more than three parts is malformed", .tags(.p06))
    func numberOfParts() {
        let parts = Self.parts
        let texts = [
            parts[0], parts[1], parts[0] + "." + parts[1], parts[1] + "." + parts[2], Self.token + "." + parts[2],
            Self.token + ".", "." + Self.token, Self.token + "..", parts[0] + ".." + parts[1] + "." + parts[2],
            "\(Self.token).\(parts[1]).\(parts[2])", parts[0] + parts[1] + parts[2],
        ]
        for text in texts {
            #expect(Self.outcome(text) == "malformed")
        }
    }

    @Test(
        "A token with an empty part is malformed",
        .tags(.p07),
        arguments: ["011", "101", "110", "001", "010", "100", "000"]
    )
    func emptyParts(present: String) {
        let parts = zip(Self.parts, present).map { $1 == "1" ? $0 : "" }
        #expect(Self.outcome(parts.joined(separator: ".")) == "malformed")
    }

    private static func altered(_ part: Int, _ alter: (String) -> String) -> String {
        var parts = self.parts
        parts[part] = alter(parts[part])
        return parts.joined(separator: ".")
    }

    @Test("Padding in any part is malformed", .tags(.p08), arguments: 0..<3, ["=", "==", "==="])
    func padding(part: Int, padding: String) {
        #expect(Self.outcome(Self.altered(part) { $0 + padding }) == "malformed")
        #expect(Self.outcome(Self.altered(part) { padding + $0 }) == "malformed")
    }

    @Test("A character of standard base64 in any part is malformed", .tags(.p09), arguments: 0..<3, ["+", "/"])
    func standardAlphabet(part: Int, character: String) {
        #expect(Self.outcome(Self.altered(part) { character + $0.dropFirst() }) == "malformed")
        #expect(Self.outcome(Self.altered(part) { $0.prefix(10) + character + $0.dropFirst(11) }) == "malformed")
    }

    @Test("A valid signature in standard base64 is malformed", .tags(.p09))
    func standardBase64() throws {
        // More than nine in ten signatures contain '-' or '_', so some of these do.
        let tokens = (0..<40).map { TestSigner.ed25519.token(.base.setting("iat", "\(1_790_000_000 + $0)")) }
        let affected = tokens.filter { $0.split(separator: ".")[2].contains { "-_".contains($0) } }
        #expect(!affected.isEmpty)
        for token in affected {
            let parts = token.split(separator: ".").map(String.init)
            let standard = String(parts[2].map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
            #expect(Self.outcome(token) == "accepted")
            #expect(Self.outcome("\(parts[0]).\(parts[1]).\(standard)") == "malformed")
        }
    }

    @Test("A signature with unused bits set in its last character is malformed", .tags(.p10))
    func unusedBits() throws {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let last = try #require(Self.parts[2].last)
        let value = try #require(alphabet.firstIndex(of: last))
        // 64 bytes are encoded in 86 characters, of which the last one has 4 unused bits.
        #expect(value.isMultiple(of: 16))
        for other in (value + 1)...(value + 15) {
            #expect(Self.outcome(Self.altered(2) { $0.dropLast() + String(alphabet[other]) }) == "malformed")
        }
    }

    @Test(
        "A character outside base64url is malformed before, inside and after any part",
        .tags(.p11),
        arguments: 0..<3,
        [" ", "\t", "\r", "\n", "\r\n", "\u{0}", "?", "\u{80}", "é", "\u{FEFF}", "%", "\\", "\"", "*", "~"]
    )
    func foreignCharacters(part: Int, character: String) {
        #expect(Self.outcome(Self.altered(part) { character + $0 }) == "malformed")
        #expect(Self.outcome(Self.altered(part) { $0 + character }) == "malformed")
        #expect(Self.outcome(Self.altered(part) { $0.prefix(8) + character + $0.dropFirst(8) }) == "malformed")
        #expect(Self.fileOutcome(Self.altered(part) { $0.prefix(8) + character + $0.dropFirst(8) }) == "malformed")
    }

    @Test("A part whose length modulo 4 is 1 is malformed", .tags(.p12), arguments: 0..<3)
    func impossibleLength(part: Int) {
        #expect(Self.outcome(Self.altered(part) { _ in "A" }) == "malformed")
        let altered = Self.altered(part) {
            let surplus = (5 - $0.count % 4) % 4
            return $0 + String(repeating: "A", count: surplus)
        }
        #expect(Self.outcome(altered) == "malformed")
    }

    @Test("A license in a JWS JSON serialization is malformed", .tags(.p13))
    func jsonSerialization() {
        let (header, payload, signature) = (Self.parts[0], Self.parts[1], Self.parts[2])
        let flattened = #"{"payload":"\#(payload)","protected":"\#(header)","signature":"\#(signature)"}"#
        let general =
            #"{"payload":"\#(payload)","signatures":[{"protected":"\#(header)","signature":"\#(signature)"}]}"#
        let twoDots = #"{"payload":"\#(payload)","protected":"\#(header)","signature":"\#(signature)","a":".."}"#
        let token = #"{"\#(header).\#(payload).\#(signature)":""}"#
        for text in [flattened, general, twoDots, token, "\"\(Self.token)\"", "[\"\(Self.token)\"]"] {
            #expect(Self.fileOutcome(text) == "malformed")
            #expect(Self.outcome(text) == "malformed")
        }
    }

    @Test("White space around a token that is not in a file is malformed", arguments: [" ", "\n", "\t", "\u{FEFF}"])
    func whiteSpace(character: String) {
        #expect(Self.outcome(Self.token + character) == "malformed")
        #expect(Self.outcome(character + Self.token) == "malformed")
    }

    @Test("An armored token that is not in a file is malformed")
    func armoredToken() {
        #expect(Self.outcome(armored(Self.token)) == "malformed")
        #expect(Self.fileOutcome(armored(Self.token)) == "accepted")
    }
}
