import LicenseCrypto
import LicenseModel
import Testing

/// Armor that is refused, so that a license in it is never lost without an error.
@Suite("Refused armor")
struct ArmorRefusalTests {
    private static let begin = "-----BEGIN LICENSE-----\n"
    private static let end = "-----END LICENSE-----\n"
    private static let token = TestSigner.ed25519.token(.base)
    private static let block = begin + token + "\n" + end

    /// Returns `accepted`, or the code, the block and the line of the error.
    private static func outcome(_ text: String) -> String {
        self.outcome(Array(text.utf8))
    }

    private static func outcome(_ bytes: [UInt8]) -> String {
        do {
            _ = try LicenseVerifier.standard.verify(contents: bytes)
            return "accepted"
        } catch let error as LicenseError {
            return "\(error.code) \(error.block.map(String.init) ?? "-") \(error.line.map(String.init) ?? "-")"
        } catch {
            return "another error"
        }
    }

    @Test("The unaltered blocks are accepted")
    func validBlocks() {
        #expect(Self.outcome(Self.block) == "accepted")
        #expect(Self.outcome(Self.block + Self.block) == "accepted")
    }

    @Test("An END marker without a BEGIN marker is malformed")
    func endWithoutBegin() {
        #expect(Self.outcome(Self.end) == "malformed - 1")
        #expect(Self.outcome(Self.token + "\n" + Self.end) == "malformed - 2")
        #expect(Self.outcome(Self.end + Self.block) == "malformed - 1")
        #expect(Self.outcome(Self.block + " \t" + Self.end) == "malformed - 4")
        #expect(Self.outcome(Self.block + Self.end + Self.block) == "malformed - 4")
    }

    @Test("A BEGIN marker inside a block is malformed")
    func beginInside() {
        #expect(Self.outcome(Self.begin + Self.block) == "malformed 1 2")
        #expect(Self.outcome(Self.begin + Self.token + "\n" + Self.block) == "malformed 1 3")
        #expect(Self.outcome(Self.begin + Self.token + Self.block) == "malformed 1 2")
        #expect(Self.outcome(Self.block + Self.begin + Self.begin + Self.end) == "malformed 2 5")
    }

    @Test("A block without an END marker is malformed, on the line of its BEGIN marker")
    func missingEnd() {
        #expect(Self.outcome(Self.begin) == "malformed 1 1")
        #expect(Self.outcome("words\n" + Self.begin + Self.token) == "malformed 1 2")
        #expect(Self.outcome(Self.begin + Self.token + "\n") == "malformed 1 1")
        #expect(Self.outcome(Self.block + Self.begin + Self.token + "\n") == "malformed 2 4")
    }

    @Test(
        "A line that is not exactly the END marker does not end a block",
        arguments: [
            "-----END LICENCE-----", "-----End LICENSE-----", "----END LICENSE-----", "-----END LICENSE----",
            "-----END  LICENSE-----",
        ]
    )
    func otherEndLine(line: String) {
        #expect(Self.outcome(Self.begin + Self.token + "\n" + line + "\n") == "malformed 1 3")
        #expect(Self.outcome(Self.begin + Self.token + "\n" + line + "\nwords\n" + Self.block) != "accepted")
    }

    @Test("A marker that is broken by a line break or an escape is not a marker", arguments: ["\n", "\\n"])
    func brokenMarker(separator: String) {
        let broken = "-----END LIC\(separator)ENSE-----\n"
        #expect(Self.outcome(Self.begin + Self.token + "\n" + broken) == "malformed 1 1")
        // Outside of a block, a broken BEGIN marker looks like one if it is on one line.
        let begin = "-----BEGIN LIC\tENSE-----\n"
        #expect(Self.outcome(begin + Self.token + "\n" + Self.end) == "malformed - 1")
    }

    @Test(
        "Text after an END marker on its line is malformed",
        arguments: [
            ".", "x", "\u{B}", "\u{A0}", "-", "-----END LICENSE-----", "\\t", "\\", " words",
            "\\n-----BEGIN LICENCE-----",
        ]
    )
    func textAfterEnd(text: String) {
        let file = Self.begin + Self.token + "\n-----END LICENSE-----" + text
        #expect(Self.outcome(file) == "malformed - 3")
        #expect(Self.outcome(file + "\n" + Self.block) == "malformed - 3")
    }

    @Test("A byte that cannot be part of a token is malformed inside a block")
    func foreignCharacters() {
        let start = Array((Self.begin + Self.token + "\n").utf8)
        for byte in UInt8.min...UInt8.max {
            let outcome = Self.outcome(start + [byte, UInt8(ascii: "\n")] + Array(Self.end.utf8))
            switch byte {
            case 0x09, 0x0A, 0x0D, 0x20:
                #expect(outcome == "accepted", "\(byte)")
            case UInt8(ascii: "."):
                #expect(outcome == "malformed 1 -", "a third dot")
            case _ where ReferenceArmorReader.tokenCharacters.contains(byte):
                // The byte continues the signature, which then has 65 bytes or is not valid base64url.
                #expect(outcome == "signature-invalid 1 -" || outcome == "malformed 1 -", "\(byte)")
            default:
                #expect(outcome == "malformed 1 3", "\(byte)")
            }
        }
    }

    @Test(
        "An invalid character inside a line of a token is malformed",
        arguments: ["=", "+", "/", "\u{0}", "é", "\\", "\\t", "\\u000a", "\u{A0}", "\u{2028}", "\u{FEFF}", ">", "# a"]
    )
    func insideLine(character: String) {
        let middle = Self.token.index(Self.token.startIndex, offsetBy: 100)
        let token = Self.token[..<middle] + "\n" + character + Self.token[middle...]
        #expect(Self.outcome(Self.begin + token + "\n" + Self.end) == "malformed 1 3")
    }

    @Test(
        "Header lines as in PEM are malformed",
        arguments: ["Version: 1\n\n", "Proc-Type: 4,ENCRYPTED\n", "# comment\n"]
    )
    func headerLines(line: String) {
        #expect(Self.outcome(Self.begin + line + Self.token + "\n" + Self.end) == "malformed 1 2")
    }

    @Test("An empty block is malformed")
    func emptyBlock() {
        #expect(Self.outcome(Self.begin + Self.end) == "malformed 1 -")
        #expect(Self.outcome(Self.begin + "\n \n" + Self.end) == "malformed 1 -")
        #expect(Self.outcome("-----BEGIN LICENSE----------END LICENSE-----") == "malformed 1 -")
        #expect(Self.outcome(Self.block + Self.begin + Self.end) == "malformed 2 -")
    }

    @Test("Two tokens in one block are malformed")
    func twoTokens() {
        #expect(Self.outcome(Self.begin + Self.token + "\n" + Self.token + "\n" + Self.end) == "malformed 1 -")
    }

    @Test(
        "A line outside a block that looks like a marker is malformed",
        arguments: [
            "> -----BEGIN LICENSE-----", "\u{2013}\u{2013}BEGIN LICENSE\u{2013}\u{2013}", "------BEGIN LICENSE------",
            "\u{A0}-----BEGIN LICENSE-----", "----BEGIN LICENSE----", "-----BEGIN LICENCE-----",
            "-----begin license-----",
            "BEGIN LICENSE", "b.e.g.i.n 1 LICENSE", "-----END LICENCE-----", "> -----END LICENSE-----",
            "*-----END LICENSE-----", "-----BEGIN\u{2028}LICENSE-----", "\u{B}-----BEGIN LICENSE-----",
        ]
    )
    func lookalike(line: String) {
        #expect(Self.outcome(line + "\n" + Self.block) == "malformed - 1")
        #expect(Self.outcome(Self.block + line) == "malformed - 4")
        #expect(Self.outcome(Self.block + "\r\n" + line + "\r\n" + Self.block) == "malformed - 5")
    }

    @Test("A block on one line after other text is malformed, by a run of 60 characters")
    func lookalikeWithRun() {
        for (length, outcome) in [(59, "accepted"), (60, "malformed - 1"), (61, "malformed - 1")] {
            let run = String(repeating: "a", count: length)
            #expect(Self.outcome("license: -----BEGIN LICENSE----- \(run) \n" + Self.block) == outcome, "\(length)")
            #expect(Self.outcome("my end of license \(run) \n" + Self.block) == "accepted", "no marker's letters")
        }
        let line = "license: -----BEGIN LICENSE-----\\n\(Self.token)\\n-----END LICENSE-----"
        #expect(Self.outcome(line) == "malformed - 1")
        #expect(Self.outcome(Self.block + line) == "malformed - 4")
    }

    @Test("A byte order mark before a marker is malformed, except at the start of the file")
    func byteOrderMark() {
        #expect(Self.outcome("\u{FEFF}\u{FEFF}" + Self.block) == "malformed - 1")
        #expect(Self.outcome("\u{FEFF}" + Self.block + "\u{FEFF}" + Self.block) == "malformed - 4")
        #expect(Self.outcome(Self.begin + "\u{FEFF}" + Self.token + "\n" + Self.end) == "malformed 1 2")
    }

    @Test("A file in UTF-16 is malformed")
    func utf16() {
        let units = Array(Self.block.utf16)
        let text: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(Self.outcome(text) != "accepted")
    }

    @Test("White space inside a bare token is malformed", arguments: ["\n", "\r\n", " ", "\t", "\\n"])
    func wrappedBareToken(separator: String) {
        let middle = Self.token.index(Self.token.startIndex, offsetBy: 100)
        #expect(Self.outcome(Self.token[..<middle] + separator + Self.token[middle...]) == "malformed - -")
        #expect(Self.outcome(Self.token + separator + Self.token) == "malformed - -")
    }

    @Test("CR, LF and CRLF each end one line", arguments: ["\n", "\r", "\r\n"])
    func lineNumbers(lineEnd: String) {
        let lines = ["words", "", "-----BEGIN LICENSE-----", "a!"]
        #expect(Self.outcome(lines.joined(separator: lineEnd)) == "malformed 1 4")
    }

    @Test("The first violation in the file counts")
    func firstViolation() {
        #expect(Self.outcome(Self.begin + "!\n" + Self.end + Self.end) == "malformed 1 2")
        #expect(Self.outcome(Self.end + Self.begin + "!\n" + Self.end) == "malformed - 1")
        #expect(Self.outcome("BEGIN LICENSE\n" + Self.end) == "malformed - 1")
    }
}
