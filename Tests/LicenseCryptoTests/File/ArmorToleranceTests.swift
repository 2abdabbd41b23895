import LicenseCrypto
import LicenseModel
import Testing

/// Changes by email programs and editors that a license file must survive.
@Suite("Tolerated changes to license files")
struct ArmorToleranceTests {
    private static let token = TestSigner.ed25519.token(.base)

    private static func ids(_ text: String) throws -> [String] {
        try LicenseVerifier.standard.verify(contents: text).licenses.map(\.id.rawValue)
    }

    private static func ids(_ bytes: [UInt8]) throws -> [String] {
        try LicenseVerifier.standard.verify(contents: bytes).licenses.map(\.id.rawValue)
    }

    @Test("A token can be wrapped at any width", arguments: 1...76)
    func width(width: Int) throws {
        #expect(try Self.ids(armored(Self.token, width: width)) == ["base-1"])
    }

    @Test("A token can be on a single line")
    func oneLine() throws {
        #expect(try Self.ids(armored(Self.token, width: 10_000)) == ["base-1"])
    }

    @Test("The lines of a token can have different lengths")
    func unequalLines() throws {
        let token = Self.token
        let lines = [
            token.prefix(1), token.dropFirst(1).prefix(70), token.dropFirst(71).prefix(3), token.dropFirst(74),
        ]
        let text = "-----BEGIN LICENSE-----\n\(lines.joined(separator: "\n"))\n-----END LICENSE-----\n"
        #expect(try Self.ids(text) == ["base-1"])
    }

    @Test(
        "Lines can end with LF, CRLF or CR, once or repeatedly",
        arguments: ["\n", "\r\n", "\r", "\n\n", "\r\r", "\r\n\r\n", "\n\r"]
    )
    func lineEnds(lineEnd: String) throws {
        #expect(try Self.ids(armored(Self.token, lineEnd: lineEnd)) == ["base-1"])
    }

    @Test("The lines of a file can have different endings")
    func mixedLineEnds() throws {
        let ends = ["\n", "\r\n", "\r"]
        let lines = armored(Self.token, width: 50).split(separator: "\n")
        let text = lines.enumerated().map { $1 + ends[$0 % 3] }.joined()
        #expect(try Self.ids(text) == ["base-1"])
    }

    @Test("Every line can have trailing spaces and tabs", arguments: [" ", "\t", "   ", " \t \t"])
    func trailingBlanks(whiteSpace: String) throws {
        #expect(try Self.ids(armored(Self.token, lineEnd: whiteSpace + "\n")) == ["base-1"])
        #expect(try Self.ids(armored(Self.token, lineEnd: whiteSpace + "\r\n")) == ["base-1"])
    }

    @Test(
        "Every line can be indented, by any white space or escapes",
        arguments: [" ", "\t", "    ", "\\n", "\\r\\n \\n"]
    )
    func indented(indentation: String) throws {
        #expect(try Self.ids(armored(Self.token).replacingLines { $0.isEmpty ? $0 : indentation + $0 }) == ["base-1"])
    }

    @Test(
        "A block can be joined into one line, by any white space or escapes",
        arguments: ["", " ", "\t", "  ", "\\n", "\\r\\n", "\\n ", "\\r"]
    )
    func joined(separator: String) throws {
        let block = armored(Self.token, lineEnd: separator)
        #expect(try Self.ids(block) == ["base-1"])
        #expect(try Self.ids(block + block + block) == ["base-1", "base-1", "base-1"])
        #expect(try Self.ids("License:\n" + block + "\nBye\n" + block) == ["base-1", "base-1"])
    }

    @Test("White space can be anywhere in a token", arguments: [" ", "\t", "\\n", "\\r", "\n", "\r"])
    func insideLine(whiteSpace: String) throws {
        let token = Self.token.map { "\($0)\(whiteSpace)" }.joined()
        #expect(try Self.ids("-----BEGIN LICENSE-----\(token)-----END LICENSE-----") == ["base-1"])
    }

    @Test("The value of a block scalar in YAML is read")
    func yaml() throws {
        let block = armored(Self.token).replacingLines { "    " + $0 }
        #expect(try Self.ids("stringData:\n  license: |\n" + block) == ["base-1"])
    }

    @Test("A block can contain blank lines")
    func blankLinesInside() throws {
        let text = armored(Self.token).replacingLines { $0.hasPrefix("-----") ? $0 : $0 + "\n \t\n" }
        #expect(try Self.ids(text) == ["base-1"])
    }

    @Test("The last line can lack a line ending", arguments: ["\n", "\r\n", "\r"])
    func noFinalNewline(lineEnd: String) throws {
        let text = armored(Self.token, lineEnd: lineEnd)
        let cut = Array(text.utf8).dropLast(lineEnd.utf8.count)
        #expect(cut.last == UInt8(ascii: "-"))
        #expect(try Self.ids(Array(cut)) == ["base-1"])
        #expect(try Self.ids(Array(cut) + Array("  ".utf8)) == ["base-1"])
    }

    @Test("A file can start with a UTF-8 byte order mark")
    func byteOrderMark() throws {
        #expect(try Self.ids([0xEF, 0xBB, 0xBF] + Array(armored(Self.token).utf8)) == ["base-1"])
        #expect(try Self.ids([0xEF, 0xBB, 0xBF] + Array(Self.token.utf8)) == ["base-1"])
    }

    @Test(
        "Text outside the blocks is ignored",
        arguments: [
            "Dear customer,\n\nplease find your license below.\n\n", "您的许可证：\n", "a.b.c\n", "\u{0}\u{7F}\n",
            "{\"a\": 1}\n",
            "-----BEGIN PGP SIGNED MESSAGE-----\n", " \n\t\n", "x-----END LICENSE-----\n",
            "key: -----BEGIN LICENSE-----\n",
            "To begin, license the product.\n", "-----BEGIN LICENSES-----\n", "-----BEGIN\n", "LICENSE-----\n",
            "\\t-----BEGIN LICENSE-----\n", "\\n-----END LICENSE-----\n",
        ]
    )
    func textOutside(text: String) throws {
        let block = armored(Self.token)
        #expect(try Self.ids(text + block) == ["base-1"])
        #expect(try Self.ids(block + text) == ["base-1"])
        #expect(try Self.ids(text + block + text + block + text) == ["base-1", "base-1"])
    }

    @Test("Bytes outside the blocks that are not text are ignored")
    func binaryOutside() throws {
        let block = Array(armored(Self.token).utf8)
        #expect(try Self.ids([0xFF, 0xFE, 0x80, 0x0A] + block + [0xC3, 0x28]) == ["base-1"])
    }

    @Test(
        "A bare token can have spaces, tabs and line breaks around it",
        arguments: ["", "\n", "\r\n", "\r", " ", "\t", "\n\n \t\r\n", "                    "]
    )
    func aroundBareToken(whiteSpace: String) throws {
        #expect(try Self.ids(Self.token + whiteSpace) == ["base-1"])
        #expect(try Self.ids(whiteSpace + Self.token) == ["base-1"])
        #expect(try Self.ids(whiteSpace + Self.token + whiteSpace) == ["base-1"])
    }

    @Test(
        "Other white space around a bare token is malformed",
        arguments: ["\u{B}", "\u{C}", "\u{85}", "\u{A0}", "\u{2028}", "\0"]
    )
    func otherWhiteSpace(character: String) {
        for text in [Self.token + character, character + Self.token, Self.token + "\n" + character + "\n"] {
            #expect(verdict { try LicenseVerifier.standard.verify(contents: text) } == "malformed")
        }
    }

    @Test("An error names the block of an armored token, and none for a bare one")
    func blockNumbers() {
        let invalid = TestSigner.ed25519.token(.base.removing("iss"))
        #expect(verdict(with: .block) { try LicenseVerifier.standard.verify(contents: invalid) } == "claims-invalid -")
        #expect(
            verdict(with: .block) { try LicenseVerifier.standard.verify(contents: armored(invalid)) }
                == "claims-invalid 1"
        )
    }
}

extension String {
    /// Returns the text with each line replaced.
    fileprivate func replacingLines(_ line: (String) -> String) -> String {
        self.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }.joined(separator: "\n")
    }
}
