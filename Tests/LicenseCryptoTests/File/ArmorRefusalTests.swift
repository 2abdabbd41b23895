import LicenseCrypto
import LicenseModel
import Testing

/// Armor that is refused: the armor lines must form pairs with exactly one token between them.
@Suite("Refused armor")
struct ArmorRefusalTests {
    private static let begin = "-----BEGIN LICENSE-----\n"
    private static let end = "-----END LICENSE-----\n"
    private static let token = TestSigner.ed25519.token(.base)
    private static let block = begin + token + "\n" + end

    private static func outcome(_ text: String) -> String {
        verdict(with: .block) { try LicenseVerifier.standard.verify(contents: text) }
    }

    @Test("The unaltered blocks are accepted")
    func validBlocks() {
        #expect(Self.outcome(Self.block) == "accepted")
        #expect(Self.outcome(Self.block + Self.block) == "accepted")
    }

    @Test("An END line without a BEGIN line is malformed")
    func endWithoutBegin() {
        #expect(Self.outcome(Self.end) == "malformed 1")
        #expect(Self.outcome(Self.token + "\n" + Self.end) == "malformed 1")
        #expect(Self.outcome(Self.end + Self.block) == "malformed 1")
        #expect(Self.outcome(Self.block + Self.end) == "malformed 2")
        #expect(Self.outcome(Self.block + Self.end + Self.block) == "malformed 2")
    }

    @Test("A BEGIN line inside a block is malformed")
    func beginInside() {
        #expect(Self.outcome(Self.begin + Self.block) == "malformed 1")
        #expect(Self.outcome(Self.begin + Self.token + "\n" + Self.block) == "malformed 1")
        #expect(Self.outcome(Self.block + Self.begin + Self.begin + Self.end) == "malformed 2")
    }

    @Test("A block without an END line is malformed")
    func missingEnd() {
        #expect(Self.outcome(Self.begin) == "malformed 1")
        #expect(Self.outcome(Self.begin + Self.token) == "malformed 1")
        #expect(Self.outcome(Self.begin + Self.token + "\n") == "malformed 1")
        #expect(Self.outcome(Self.block + Self.begin + Self.token + "\n") == "malformed 2")
    }

    @Test(
        "A line that is not exactly the END line does not end a block",
        arguments: [
            "-----END LICENCE-----", "-----End LICENSE-----", "----END LICENSE-----", "-----END LICENSE----",
            "------END LICENSE------", "-----END  LICENSE-----", " -----END LICENSE-----", "\t-----END LICENSE-----",
            "-----END LICENSE-----.", "-----END LICENSE-----\u{B}", "-----END LICENSE-----\u{A0}", "-----END-----",
        ]
    )
    func otherEndLine(line: String) {
        #expect(Self.outcome(Self.begin + Self.token + "\n" + line + "\n") == "malformed 1")
        #expect(Self.outcome(Self.begin + Self.token + "\n" + line + "\n" + Self.end) == "malformed 1")
    }

    @Test("Leading white space before an armor line or a token is malformed", arguments: [" ", "\t", "    "])
    func leadingBlanks(whiteSpace: String) {
        let lines = [Self.begin, Self.token + "\n", Self.end]
        for index in lines.indices {
            var shifted = lines
            shifted[index] = whiteSpace + shifted[index]
            #expect(Self.outcome(shifted.joined()) == "malformed 1", "line \(index + 1)")
        }
        #expect(Self.outcome(lines.map { whiteSpace + $0 }.joined()) == "malformed -", "no line is an armor line")
    }

    private static let tokenCharacters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.".utf8)

    @Test("A byte that cannot be part of a token is malformed inside a block")
    func foreignCharacters() {
        let start = Array((Self.begin + Self.token + "\n").utf8)
        for byte in UInt8.min...UInt8.max {
            let text = start + [byte, UInt8(ascii: "\n")] + Array(Self.end.utf8)
            let outcome = verdict(with: .block) { try LicenseVerifier.standard.verify(contents: text) }
            switch byte {
            case 0x09, 0x0A, 0x0D, 0x20:
                #expect(outcome == "accepted", "\(byte)")
            case UInt8(ascii: "."):
                #expect(outcome == "malformed 1", "a third dot")
            case _ where Self.tokenCharacters.contains(byte):
                // The byte continues the signature, which then has 65 bytes or is not valid base64url.
                #expect(outcome == "signature-invalid 1" || outcome == "malformed 1", "\(byte)")
            default:
                #expect(outcome == "malformed 1", "\(byte)")
            }
        }
    }

    @Test(
        "White space or an invalid character inside a line of a token is malformed",
        arguments: [" ", "\t", "=", "+", "/", "\u{0}", "é"]
    )
    func insideLine(character: String) {
        let middle = Self.token.index(Self.token.startIndex, offsetBy: 100)
        let token = Self.token[..<middle] + character + Self.token[middle...]
        #expect(Self.outcome(Self.begin + token + "\n" + Self.end) == "malformed 1")
    }

    @Test(
        "Header lines as in PEM are malformed",
        arguments: ["Version: 1\n\n", "Proc-Type: 4,ENCRYPTED\n", "# comment\n"]
    )
    func headerLines(line: String) {
        #expect(Self.outcome(Self.begin + line + Self.token + "\n" + Self.end) == "malformed 1")
    }

    @Test("An empty block is malformed")
    func emptyBlock() {
        #expect(Self.outcome(Self.begin + Self.end) == "malformed 1")
        #expect(Self.outcome(Self.begin + "\n \n" + Self.end) == "malformed 1")
        #expect(Self.outcome(Self.block + Self.begin + Self.end) == "malformed 2")
    }

    @Test("Two tokens in one block are malformed")
    func twoTokens() {
        #expect(Self.outcome(Self.begin + Self.token + "\n" + Self.token + "\n" + Self.end) == "malformed 1")
    }

    @Test(
        "A byte order mark that is not at the start of the file is malformed",
        arguments: ["\u{FEFF}\u{FEFF}-----BEGIN LICENSE-----\n", " \u{FEFF}-----BEGIN LICENSE-----\n"]
    )
    func byteOrderMark(begin: String) {
        #expect(Self.outcome(begin + Self.token + "\n" + Self.end) == "malformed 1")
        #expect(Self.outcome(Self.begin + "\u{FEFF}" + Self.token + "\n" + Self.end) == "malformed 1")
    }

    @Test("A file in UTF-16 is malformed")
    func utf16() {
        let units = Array(Self.block.utf16)
        let text: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(verdict(with: .block) { try LicenseVerifier.standard.verify(contents: text) } == "malformed -")
    }

    @Test("White space inside a bare token is malformed", arguments: ["\n", "\r\n", " ", "\t"])
    func wrappedBareToken(separator: String) {
        let middle = Self.token.index(Self.token.startIndex, offsetBy: 100)
        #expect(Self.outcome(Self.token[..<middle] + separator + Self.token[middle...]) == "malformed -")
        #expect(Self.outcome(Self.token + separator + Self.token) == "malformed -")
    }
}
