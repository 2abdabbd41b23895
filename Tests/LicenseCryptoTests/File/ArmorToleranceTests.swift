import LicenseCrypto
import LicenseModel
import Testing

/// What a mail or an editor may do to a license file without costing the customer his license.
@Suite("Armor, what is tolerated")
struct ArmorToleranceTests {
    private static let token = TestSigner.ed25519.token(.base)

    private static func ids(_ text: String) throws -> [String] {
        try LicenseVerifier.standard.verify(contents: text).licenses.map(\.id.rawValue)
    }

    private static func ids(_ bytes: [UInt8]) throws -> [String] {
        try LicenseVerifier.standard.verify(contents: bytes).licenses.map(\.id.rawValue)
    }

    @Test("A token is wrapped at any width", arguments: 1...76)
    func width(width: Int) throws {
        #expect(try Self.ids(armored(Self.token, width: width)) == ["base-1"])
    }

    @Test("A token stands on one line", arguments: [10_000])
    func oneLine(width: Int) throws {
        #expect(try Self.ids(armored(Self.token, width: width)) == ["base-1"])
    }

    @Test("Lines of different lengths make one token")
    func unequalLines() throws {
        let token = Self.token
        let lines = [
            token.prefix(1), token.dropFirst(1).prefix(70), token.dropFirst(71).prefix(3), token.dropFirst(74),
        ]
        let text = "-----BEGIN LICENSE-----\n\(lines.joined(separator: "\n"))\n-----END LICENSE-----\n"
        #expect(try Self.ids(text) == ["base-1"])
    }

    @Test("Lines end with LF, CRLF or CR", arguments: ["\n", "\r\n", "\r", "\n\n", "\r\r", "\r\n\r\n", "\n\r"])
    func lineEnds(lineEnd: String) throws {
        #expect(try Self.ids(armored(Self.token, lineEnd: lineEnd)) == ["base-1"])
    }

    @Test("Lines of one file end in different ways")
    func mixedLineEnds() throws {
        let ends = ["\n", "\r\n", "\r"]
        let lines = armored(Self.token, width: 50).split(separator: "\n")
        let text = lines.enumerated().map { $1 + ends[$0 % 3] }.joined()
        #expect(try Self.ids(text) == ["base-1"])
    }

    @Test("Spaces and tabs end any line", arguments: [" ", "\t", "   ", " \t \t"])
    func trailingBlanks(blanks: String) throws {
        #expect(try Self.ids(armored(Self.token, lineEnd: blanks + "\n")) == ["base-1"])
        #expect(try Self.ids(armored(Self.token, lineEnd: blanks + "\r\n")) == ["base-1"])
    }

    @Test("Lines of spaces alone stand inside a block")
    func blankLinesInside() throws {
        let text = armored(Self.token).replacingLines { $0.hasPrefix("-----") ? $0 : $0 + "\n \t\n" }
        #expect(try Self.ids(text) == ["base-1"])
    }

    @Test("The last line has no end", arguments: ["\n", "\r\n", "\r"])
    func noFinalNewline(lineEnd: String) throws {
        let text = armored(Self.token, lineEnd: lineEnd)
        let cut = Array(text.utf8).dropLast(lineEnd.utf8.count)
        #expect(cut.last == UInt8(ascii: "-"))
        #expect(try Self.ids(Array(cut)) == ["base-1"])
        #expect(try Self.ids(Array(cut) + Array("  ".utf8)) == ["base-1"])
    }

    @Test("A byte order mark of UTF-8 stands at the start")
    func byteOrderMark() throws {
        #expect(try Self.ids([0xEF, 0xBB, 0xBF] + Array(armored(Self.token).utf8)) == ["base-1"])
        #expect(try Self.ids([0xEF, 0xBB, 0xBF] + Array(Self.token.utf8)) == ["base-1"])
    }

    @Test(
        "Words of a mail stand outside the blocks",
        arguments: [
            "Dear customer,\n\nplease find your license below.\n\n", "您的许可证：\n", "a.b.c\n", "\u{0}\u{7F}\n",
            "{\"a\": 1}\n",
            "-----BEGIN PGP SIGNED MESSAGE-----\n", "----- BEGIN LICENSE -----\n", "-----BEGIN LICENCE-----\n",
            " \n\t\n",
            "> -----BEGIN LICENSE-----\n", "-----begin license-----\n", "x-----END LICENSE-----\n",
        ]
    )
    func wordsOutside(words: String) throws {
        let block = armored(Self.token)
        #expect(try Self.ids(words + block) == ["base-1"])
        #expect(try Self.ids(block + words) == ["base-1"])
        #expect(try Self.ids(words + block + words + block + words) == ["base-1", "base-1"])
    }

    @Test("Bytes that are no text stand outside the blocks")
    func binaryOutside() throws {
        let block = Array(armored(Self.token).utf8)
        #expect(try Self.ids([0xFF, 0xFE, 0x80, 0x0A] + block + [0xC3, 0x28]) == ["base-1"])
    }

    @Test(
        "White space stands around a bare token",
        arguments: ["", "\n", "\r\n", "\r", " ", "\t", "\n\n \t\r\n", "                    "]
    )
    func aroundBareToken(blanks: String) throws {
        #expect(try Self.ids(Self.token + blanks) == ["base-1"])
        #expect(try Self.ids(blanks + Self.token) == ["base-1"])
        #expect(try Self.ids(blanks + Self.token + blanks) == ["base-1"])
    }

    @Test(
        "No other white space stands around a bare token",
        arguments: ["\u{B}", "\u{C}", "\u{85}", "\u{A0}", "\u{2028}", "\0"]
    )
    func otherBlanks(blank: String) {
        for text in [Self.token + blank, blank + Self.token, Self.token + "\n" + blank + "\n"] {
            #expect(verdict { try LicenseVerifier.standard.verify(contents: text) } == "malformed")
        }
    }

    @Test("A bare token is one license without a block, and an armored one says its block")
    func blockNumbers() {
        let bad = TestSigner.ed25519.token(.base.removing("iss"))
        #expect(verdict(with: .block) { try LicenseVerifier.standard.verify(contents: bad) } == "claims-invalid -")
        #expect(
            verdict(with: .block) { try LicenseVerifier.standard.verify(contents: armored(bad)) } == "claims-invalid 1"
        )
    }
}

extension String {
    /// The text with each line replaced.
    fileprivate func replacingLines(_ line: (String) -> String) -> String {
        self.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }.joined(separator: "\n")
    }
}
