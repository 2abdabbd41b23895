import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// The form of a token: three parts of base64url.
///
/// Rows P01 to P13 of the table of bad inputs.
@Suite("Token form")
struct TokenFormTests {
    private static let token = TestSigner.ed25519.token(.base)
    private static let parts = token.split(separator: ".").map(String.init)

    private static func outcome(_ text: String) -> String {
        verdict { try LicenseVerifier.standard.verify(token: text) }
    }

    private static func fileOutcome(_ text: String) -> String {
        verdict { try LicenseVerifier.standard.verify(contents: text) }
    }

    @Test("A token of three parts that a trusted key has signed is accepted")
    func good() {
        #expect(Self.parts.count == 3)
        #expect(Self.outcome(Self.parts.joined(separator: ".")) == "accepted")
        #expect(Self.fileOutcome(Self.token) == "accepted")
    }

    @Test(
        "Nothing at all is malformed",
        .tags(.p01),
        arguments: ["", "\u{0}", "\n", " ", "\r\n\t ", "\u{FEFF}", "\u{FEFF}\n", "x"]
    )
    func nothing(text: String) {
        #expect(Self.fileOutcome(text) == "malformed")
        #expect(Self.outcome(text) == "malformed")
    }

    @Test("64 KiB of dots are malformed", .tags(.p03))
    func dots() {
        #expect(Self.fileOutcome(String(repeating: ".", count: 65_536)) == "malformed")
        #expect(Self.fileOutcome(String(repeating: ".", count: 65_537)) == "too-large")
        #expect(Self.outcome(String(repeating: ".", count: 65_537)) == "too-large")
    }

    @Test("Another number of parts than three is malformed", .tags(.p06))
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

    @Test("An empty part is malformed", .tags(.p07), arguments: ["011", "101", "110", "001", "010", "100", "000"])
    func emptyParts(present: String) {
        let parts = zip(Self.parts, present).map { $1 == "1" ? $0 : "" }
        #expect(Self.outcome(parts.joined(separator: ".")) == "malformed")
    }

    private static func altered(_ part: Int, _ alter: (String) -> String) -> String {
        var parts = self.parts
        parts[part] = alter(parts[part])
        return parts.joined(separator: ".")
    }

    @Test("Padding is malformed, in each part", .tags(.p08), arguments: 0..<3, ["=", "==", "==="])
    func padding(part: Int, padding: String) {
        #expect(Self.outcome(Self.altered(part) { $0 + padding }) == "malformed")
        #expect(Self.outcome(Self.altered(part) { padding + $0 }) == "malformed")
    }

    @Test("The alphabet of plain base64 is malformed", .tags(.p09), arguments: 0..<3, ["+", "/"])
    func otherAlphabet(part: Int, character: String) {
        #expect(Self.outcome(Self.altered(part) { character + $0.dropFirst() }) == "malformed")
        #expect(Self.outcome(Self.altered(part) { $0.prefix(10) + character + $0.dropFirst(11) }) == "malformed")
    }

    @Test("A signature whose plain base64 has '+' or '/' is malformed in that spelling", .tags(.p09))
    func plainBase64() throws {
        // Some license among these has one of the two characters in its signature, all but surely.
        let tokens = (0..<40).map { TestSigner.ed25519.token(.base.setting("iat", "\(1_790_000_000 + $0)")) }
        let spelled = tokens.filter { $0.split(separator: ".")[2].contains { "-_".contains($0) } }
        #expect(!spelled.isEmpty)
        for token in spelled {
            let parts = token.split(separator: ".").map(String.init)
            let plain = String(parts[2].map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
            #expect(Self.outcome(token) == "accepted")
            #expect(Self.outcome("\(parts[0]).\(parts[1]).\(plain)") == "malformed")
        }
    }

    @Test("Each of the 15 other last characters of a signature is malformed", .tags(.p10))
    func unusedBits() throws {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let last = try #require(Self.parts[2].last)
        let value = try #require(alphabet.firstIndex(of: last))
        // 64 bytes leave 4 bits of the 86th character unused.
        #expect(value.isMultiple(of: 16))
        for other in (value + 1)...(value + 15) {
            #expect(Self.outcome(Self.altered(2) { $0.dropLast() + String(alphabet[other]) }) == "malformed")
        }
    }

    @Test(
        "A character that base64url does not have is malformed, in and around each part",
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

    @Test("A part whose length leaves 1 over 4 is malformed", .tags(.p12), arguments: 0..<3)
    func impossibleLength(part: Int) {
        #expect(Self.outcome(Self.altered(part) { _ in "A" }) == "malformed")
        let altered = Self.altered(part) {
            let surplus = (5 - $0.count % 4) % 4
            return $0 + String(repeating: "A", count: surplus)
        }
        #expect(Self.outcome(altered) == "malformed")
    }

    @Test("The JSON serialisations of a license are malformed", .tags(.p13))
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

    @Test("A token has nothing around it, where no file does", arguments: [" ", "\n", "\t", "\u{FEFF}"])
    func bareTokenAlone(blank: String) {
        #expect(Self.outcome(Self.token + blank) == "malformed")
        #expect(Self.outcome(blank + Self.token) == "malformed")
    }

    @Test("An armored token is none by itself")
    func armoredToken() {
        #expect(Self.outcome(armored(Self.token)) == "malformed")
        #expect(Self.fileOutcome(armored(Self.token)) == "accepted")
    }
}
