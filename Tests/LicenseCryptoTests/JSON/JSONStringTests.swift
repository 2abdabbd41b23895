import LicenseCrypto
import Testing

/// JSON strings: UTF-8, escapes, and the characters that neither can contain.
@Suite("JSON strings")
struct JSONStringTests {
    @Test(
        "A string has its decoded text",
        arguments: [
            (#""""#, ""),
            (#""abc""#, "abc"),
            (#""\"\\\/""#, "\"\\/"),
            (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"),
            (#""\u0041\u00e9\u20AC""#, "Aé€"),
            (#""\u0001\u001f\u007f\u0080""#, "\u{1}\u{1F}\u{7F}\u{80}"),
            (#""\u07ff\u0800\uffff""#, "\u{7FF}\u{800}\u{FFFF}"),
            (#""\ud83d\ude00""#, "😀"),
            (#""\uD800\uDC00\udbff\udfff""#, "\u{10000}\u{10FFFF}"),
            (#""\ud7ff\ue000""#, "\u{D7FF}\u{E000}"),
            (#""é€😀""#, "é€😀"),
            (#""a\\u0041b""#, "a\\u0041b"),
            ("\"\u{7F}\u{80}\u{9F}\u{2028}\u{FFFE}\"", "\u{7F}\u{80}\u{9F}\u{2028}\u{FFFE}"),
        ]
    )
    func texts(json: String, expected: String) throws {
        let value = try #require(try firstValue(of: #"{"a":\#(json)}"#))
        let text = try #require(value.string)
        #expect(Array(text.utf8) == Array(expected.utf8))
    }

    @Test(
        "An escape that JSON does not define is refused",
        arguments: [
            #"\a"#, #"\'"#, #"\0"#, #"\x41"#, #"\U0041"#, #"\v"#, #"\ "#, #"\u"#, #"\u1"#, #"\u12"#, #"\u123"#,
            #"\u123g"#,
            #"\u+123"#, #"\u 123"#, #"\u-001"#, #"\u{41}"#, #"\é"#, #"\uﾀ041"#,
        ]
    )
    func unknownEscapes(escape: String) {
        #expect(jsonVerdict(#"{"a":"\#(escape)"}"#) == "refused")
        #expect(jsonVerdict(#"{"\#(escape)":"a"}"#) == "refused")
    }

    @Test(
        "A string whose closing quote is escaped or missing is refused",
        arguments: [#"{"a":"\"}"#, #"{"a":"\\\"}"#, #"{"a":"\"#]
    )
    func backslashAtTheEnd(text: String) {
        #expect(jsonVerdict(text) == "refused")
    }

    @Test(
        "A lone surrogate is refused in a value and in a name",
        arguments: [
            #"\ud800"#, #"\udbff"#, #"\udc00"#, #"\udfff"#, #"\ud800x"#, #"\ud800\n"#, #"\ud800\u0041"#,
            #"\ud800\ud800"#,
            #"\udc00\ud800"#, #"\ud83d\ude00\ude00"#, #"\ud83d\ud83d\ude00"#, #"\ud83d😀"#, #"\ud83d\\ude00"#,
        ]
    )
    func loneSurrogates(escape: String) {
        #expect(jsonVerdict(#"{"a":"\#(escape)"}"#) == "refused")
        #expect(jsonVerdict(#"{"a":{"\#(escape)":0}}"#) == "refused")
    }

    @Test("U+0000 is refused raw and escaped, in a value and in a name")
    func zero() {
        #expect(jsonVerdict(#"{"a":"\u0000"}"#) == "refused")
        #expect(jsonVerdict(#"{"\u0000":0}"#) == "refused")
        #expect(jsonVerdict(#"{"a":"b\u0000"}"#) == "refused")
        #expect(jsonVerdict("{\"a\":\"\u{0}\"}") == "refused")
    }

    @Test("A raw control character in a string is refused", arguments: UInt8(0)..<0x20)
    func controlCharacters(byte: UInt8) {
        #expect(jsonVerdict(Array(#"{"a":""#.utf8) + [byte] + Array(#""}"#.utf8)) == "refused")
        #expect(jsonVerdict(Array(#"{""#.utf8) + [byte] + Array(#"":0}"#.utf8)) == "refused")
    }

    @Test(
        "Bytes that are not UTF-8 are refused in a value and in a name",
        arguments: [
            ("80", "a lone continuation byte"), ("BF", "a lone continuation byte"), ("C3", "two bytes, truncated"),
            ("C328", "two bytes, no continuation"), ("C080", "U+0000 in two bytes"), ("C0AF", "a solidus in two bytes"),
            ("C1BF", "U+007F in two bytes"), ("E08080", "U+0000 in three bytes"), ("E09FBF", "U+07FF in three bytes"),
            ("E282", "three bytes, truncated"), ("E28228", "three bytes, no third"),
            ("E22882", "three bytes, no second"),
            ("EDA080", "a high surrogate"), ("EDBFBF", "a low surrogate"), ("EDA0BDEDB880", "CESU-8"),
            ("F0808080", "U+0000 in four bytes"), ("F08FBFBF", "U+FFFF in four bytes"),
            ("F09F98", "four bytes, truncated"),
            ("F09F9828", "four bytes, no fourth"), ("F4908080", "U+110000"), ("F5808080", "U+140000"),
            ("F888808080", "five bytes"), ("FC8480808080", "six bytes"), ("FE", "not a byte of UTF-8"),
            ("FF", "not a byte of UTF-8"),
        ]
    )
    func notUTF8(hexadecimal: String, detail: String) {
        let bytes = [UInt8](hexadecimal: hexadecimal)
        #expect(jsonVerdict(Array(#"{"a":""#.utf8) + bytes + Array(#""}"#.utf8)) == "refused", "\(detail)")
        #expect(jsonVerdict(Array(#"{"a":{""#.utf8) + bytes + Array(#"":0}}"#.utf8)) == "refused", "\(detail)")
        #expect(jsonVerdict(Array(#"{"a":""#.utf8) + bytes) == "refused", "\(detail), at the end of the text")
    }

    @Test(
        "The first and last scalars of each length in UTF-8 are accepted",
        arguments: ["7F", "C280", "DFBF", "E0A080", "ED9FBF", "EE8080", "EFBFBF", "F0908080", "F48FBFBF"]
    )
    func edgesOfUTF8(hexadecimal: String) {
        let bytes = [UInt8](hexadecimal: hexadecimal)
        #expect(jsonVerdict(Array(#"{"a":""#.utf8) + bytes + Array(#""}"#.utf8)) == "accepted")
    }

    @Test("A byte order mark or an encoding other than UTF-8 is refused")
    func encodings() {
        let text = #"{"a":1}"#
        #expect(jsonVerdict([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == "refused", "UTF-8 with a byte order mark")
        for mark in [[UInt16](), [0xFEFF]] {
            let units = mark + Array(text.utf16)
            #expect(jsonVerdict(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == "refused", "UTF-16LE")
            #expect(jsonVerdict(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == "refused", "UTF-16BE")
            #expect(jsonVerdict(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8), 0, 0] }) == "refused", "UTF-32LE")
            #expect(jsonVerdict(units.flatMap { [0, 0, UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == "refused", "UTF-32BE")
        }
    }

    @Test("The ASCII value of a string is nil if it is not ASCII")
    func asciiStrings() throws {
        #expect(try firstValue(of: #"{"a":"OKP"}"#)?.asciiString == "OKP")
        #expect(try firstValue(of: #"{"a":"O\u004bP"}"#)?.asciiString == "OKP")
        #expect(try firstValue(of: #"{"a":"O\u212aP"}"#)?.asciiString == nil)
        #expect(try firstValue(of: #"{"a":1}"#)?.asciiString == nil)
    }
}
