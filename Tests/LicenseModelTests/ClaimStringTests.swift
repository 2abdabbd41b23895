import Foundation
import LicenseModel
import Testing

@Suite("Lines of text in a licence")
struct ClaimStringTests {
    /// The first and the last scalar of each range that a line must not have.
    static let forbidden: [UInt32] = [
        0x00, 0x09, 0x0A, 0x0D, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029,
        0x202A, 0x202C, 0x202E, 0x2060, 0x2064, 0x2066, 0x2069, 0xFEFF,
    ]

    /// The neighbours of those ranges, which a line may have.
    static let allowed: [UInt32] = [
        0x20, 0x7E, 0xA0, 0xAD, 0x200A, 0x2010, 0x2027, 0x202F, 0x205F, 0x206A, 0xFEFE, 0xFF00, 0xD7FF, 0xE000, 0xFFFD,
        0xFFFE, 0x1F600, 0x10FFFF,
    ]

    static func text(_ value: UInt32) throws -> String {
        String(Character(try #require(Unicode.Scalar(value))))
    }

    @Test("A scalar that cannot be seen, or reorders others, is refused wherever it stands", arguments: forbidden)
    func refuses(_ value: UInt32) throws {
        let scalar = try Self.text(value)
        for text in [scalar, "a" + scalar, scalar + "a", "a" + scalar + "b"] {
            #expect(ClaimString(rawValue: text) == nil)
            #expect(ClaimString(text) == nil)
        }
    }

    @Test("A scalar just outside the forbidden ranges is allowed", arguments: allowed)
    func accepts(_ value: UInt32) throws {
        let text = "a" + (try Self.text(value)) + "b"
        let line = try #require(ClaimString(rawValue: text))
        #expect(Array(line.rawValue.utf8) == Array(text.utf8))
    }

    @Test(
        "A line has 1 to 256 scalars, however many bytes they take",
        arguments: [
            ("", 1, false), ("x", 1, true), ("x", 255, true), ("x", 256, true), ("x", 257, false),
            ("云", 256, true), ("云", 257, false), ("😀", 256, true), ("😀", 257, false),
            // One character of two scalars.
            ("e\u{301}", 128, true), ("e\u{301}", 129, false),
        ]
    )
    func length(_ unit: String, _ count: Int, _ isValid: Bool) {
        #expect((ClaimString(rawValue: String(repeating: unit, count: count)) != nil) == isValid)
    }

    @Test(
        "Lines are equal where their bytes are, not where Swift's strings are",
        arguments: [("\u{E9}", "e\u{301}"), ("\u{212B}", "\u{C5}"), ("\u{AC00}", "\u{1100}\u{1161}")]
    )
    func equality(_ composed: String, _ decomposed: String) throws {
        let lhs = try #require(ClaimString(rawValue: composed))
        let rhs = try #require(ClaimString(rawValue: decomposed))
        #expect(composed == decomposed)
        #expect(lhs != rhs)
        #expect(Set([lhs, rhs]).count == 2)
        #expect((lhs < rhs) != (rhs < lhs))
    }

    @Test("The same bytes are the same line")
    func sameBytes() {
        #expect(ClaimString("云平台 Café") == ClaimString("云平台 Café"))
        #expect(Set([ClaimString("云"), ClaimString("云")]).count == 1)
        #expect(ClaimString("a") != ClaimString("A"))
        #expect(ClaimString("a") != ClaimString("a "))
    }

    @Test("A byte that differs makes another line, wherever it stands", arguments: 1...40)
    func eachByte(_ length: Int) throws {
        let text = [UInt8](repeating: UInt8(ascii: "x"), count: length)
        let line = try #require(ClaimString(rawValue: String(decoding: text, as: UTF8.self)))
        #expect(line == ClaimString(rawValue: String(repeating: "x", count: length)))
        #expect(line != ClaimString(rawValue: String(repeating: "x", count: length + 1)))
        for place in text.indices {
            var other = text
            other[place] = UInt8(ascii: "y")
            #expect(line != ClaimString(rawValue: String(decoding: other, as: UTF8.self)))
        }
    }

    @Test("Lines are ordered by their bytes")
    func order() throws {
        // 'e' with a combining accent comes before 'f', the composed letter after 'z'.
        let texts = ["\u{E9}", "z", "f", "e\u{301}", "e", "Z", "云", "\u{FFFD}", "😀", "aa", "a"]
        let lines = try texts.map { try #require(ClaimString(rawValue: $0)) }
        let expected = ["Z", "a", "aa", "e", "e\u{301}", "f", "z", "\u{E9}", "云", "\u{FFFD}", "😀"]
        #expect(lines.sorted().map { Array($0.rawValue.utf8) } == expected.map { Array($0.utf8) })
    }

    @Test(
        "A line is a plain string in JSON, byte for byte",
        arguments: ["me@example.com", "e\u{301}", "\u{E9}", "云平台 😀"]
    )
    func coding(_ text: String) throws {
        let line = try #require(ClaimString(rawValue: text))
        let data = try JSONEncoder().encode([line])
        #expect(Array(data) == Array("[\"\(text)\"]".utf8))
        let decoded = try JSONDecoder().decode([ClaimString].self, from: data)
        #expect(decoded == [line])
    }

    @Test("What is no line is not decoded as one", arguments: [#"[""]"#, #"["a\nb"]"#, #"["\u202e"]"#, "[1]"])
    func decodingInvalid(_ json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([ClaimString].self, from: Data(json.utf8))
        }
    }
}
