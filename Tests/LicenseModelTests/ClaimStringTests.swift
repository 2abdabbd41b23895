import Foundation
import LicenseModel
import Testing

@Suite("Claim strings")
struct ClaimStringTests {
    /// The scalars that no claim string contains, as listed in `Documentation/Format.md`, section 7.1.
    static let refused: [ClosedRange<UInt32>] =
        [
            0x00...0x1F, 0x7F...0x9F, 0x2028...0x2029,
            0x061C...0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069,
            0xAD...0xAD, 0x115F...0x1160, 0x17B4...0x17B5, 0x200B...0x200B, 0x2060...0x2065, 0x206A...0x206F,
            0x2800...0x2800, 0x3164...0x3164, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF9...0xFFFB, 0x1D173...0x1D17A,
            0xE0000...0xE007F, 0xFDD0...0xFDEF,
        ] + (0...16).map { (plane: UInt32) in (plane << 16 | 0xFFFE)...(plane << 16 | 0xFFFF) }

    static let joiners: [UInt32] = [0x200C, 0x200D]
    static let variationSelectors: [ClosedRange<UInt32>] = [0x180B...0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF]

    static func string(_ value: UInt32) throws -> String {
        String(Character(try #require(Unicode.Scalar(value))))
    }

    @Test("The first and last scalar of a refused range are refused at any position", arguments: refused)
    func refuses(_ range: ClosedRange<UInt32>) throws {
        for value in [range.lowerBound, range.upperBound] {
            let scalar = try Self.string(value)
            for text in [scalar, "a" + scalar, scalar + "a", "a" + scalar + "b"] {
                #expect(ClaimString(rawValue: text) == nil, "U+\(String(value, radix: 16))")
                #expect(throws: InvalidTextError.self) { try ClaimString(text) }
            }
        }
    }

    @Test("The scalars next to a refused range are accepted", arguments: refused)
    func neighbors(_ range: ClosedRange<UInt32>) throws {
        let neighbors = [Int64(range.lowerBound) - 1, Int64(range.upperBound) + 1]
            .compactMap { UInt32(exactly: $0).flatMap(Unicode.Scalar.init) }
            .filter { scalar in !Self.refused.contains { $0.contains(scalar.value) } }
        for scalar in neighbors {
            let text = "a\(scalar)b"
            let string = ClaimString(rawValue: text)
            #expect(string.map { Array($0.rawValue.utf8) } == Array(text.utf8), "\(scalar.debugDescription)")
        }
    }

    @Test("Between two other characters, only the listed scalars are refused")
    func all() {
        let listed = Self.refused.flatMap { $0.compactMap(Unicode.Scalar.init) }
        for scalar in listed {
            #expect(ClaimString(rawValue: "a\(scalar)b") == nil, "\(scalar.debugDescription)")
        }
        // Check the other scalars in strings of 128, which is faster: a single refused scalar makes its string invalid.
        var isListed = [Bool](repeating: false, count: 0x11_0000)
        for scalar in listed {
            isListed[Int(scalar.value)] = true
        }
        var scalars = String.UnicodeScalarView()
        for value in UInt32(0)...0x10_FFFF {
            if let scalar = Unicode.Scalar(value), !isListed[Int(value)] {
                scalars.append(scalar)
            }
            if value % 128 == 127 {
                #expect(ClaimString(rawValue: "a\(String(scalars))b") != nil, "up to U+\(String(value, radix: 16))")
                scalars = .init()
            }
        }
    }

    @Test("A joiner is accepted between other characters, but not first or last", arguments: joiners)
    func joiner(_ value: UInt32) throws {
        let joiner = try Self.string(value)
        for text in ["a\(joiner)b", "a\(joiner)\(joiner)b"] {
            #expect(ClaimString(rawValue: text) != nil)
        }
        for text in [joiner, "\(joiner)a", "a\(joiner)", "\(joiner)a\(joiner)", "a\u{FE0F}\(joiner)"] {
            #expect(ClaimString(rawValue: text) == nil)
        }
    }

    @Test("A variation selector is accepted anywhere but at the start", arguments: variationSelectors)
    func variationSelector(_ range: ClosedRange<UInt32>) throws {
        for value in range {
            let selector = try Self.string(value)
            #expect(ClaimString(rawValue: "a\(selector)b") != nil)
            #expect(ClaimString(rawValue: "a\(selector)") != nil)
            #expect(ClaimString(rawValue: selector) == nil)
            #expect(ClaimString(rawValue: "\(selector)a") == nil)
        }
    }

    @Test("The scalars next to the variation selectors are accepted anywhere", arguments: variationSelectors)
    func neighborsOfSelectors(_ range: ClosedRange<UInt32>) throws {
        for value in [range.lowerBound - 1, range.upperBound + 1] {
            let scalar = try Self.string(value)
            for text in [scalar, "\(scalar)a", "a\(scalar)"] {
                #expect(ClaimString(rawValue: text) != nil, "U+\(String(value, radix: 16))")
            }
        }
    }

    @Test(
        "Unassigned scalars between tags and variation selectors are accepted",
        arguments: [0xE0080, 0xE00FF] as [UInt32]
    )
    func unassigned(_ value: UInt32) throws {
        #expect(ClaimString(rawValue: try Self.string(value)) != nil)
    }

    @Test(
        "Names that need joiners or variation selectors are accepted",
        arguments: [
            "شرکت ما می\u{200C}خواهد", "ශ්\u{200D}රී ලංකා", "അവന്\u{200D}റെ", "葛\u{E0100}飾区", "ᠮᠣᠩᠭᠣᠯ\u{180E}ᠠ ᠪᠠ\u{180B}",
            "❤\u{FE0F}\u{200D}🔥 Ltd",
        ]
    )
    func names(_ name: String) {
        #expect(ClaimString(rawValue: name) != nil)
    }

    @Test(
        "An invalid text has a description of its problem",
        arguments: [
            ("", "is empty"), (String(repeating: "é", count: 257), "has more than 256 Unicode scalars"),
            ("a\tb", "has U+0009, a control character"), ("a\u{7F}", "has U+007F, a control character"),
            ("a\u{2028}b", "has U+2028, a line or paragraph separator"),
            ("a\u{202E}b", "has U+202E, which changes the direction of the surrounding text"),
            ("\u{AD}", "has U+00AD, an invisible character"),
            ("a\u{E0041}", "has U+E0041, an invisible character"), ("a\u{10FFFF}", "has U+10FFFF, a noncharacter"),
            ("\u{200D}a", "starts with U+200D, which must follow another character"),
            ("\u{FE0F}", "starts with U+FE0F, which must follow another character"),
            ("a\u{200C}", "ends with U+200C, which must precede another character"),
        ]
    )
    func problems(_ text: String, _ problem: String) {
        #expect(ClaimString.problem(in: text) == problem)
        let error = #expect(throws: InvalidTextError.self) { try ClaimString(text) }
        #expect(error?.description == "The text for ClaimString \(problem).")
        #expect(ClaimString(rawValue: text) == nil)
    }

    @Test("A valid claim string has no problem", arguments: ["a", " ", "云平台 😀", "می\u{200C}خواهد", "葛\u{E0100}"])
    func noProblem(_ text: String) {
        #expect(ClaimString.problem(in: text) == nil)
    }

    @Test(
        "A claim string has 1 to 256 scalars of any size in bytes",
        arguments: [
            ("", 1, false), ("x", 1, true), ("x", 255, true), ("x", 256, true), ("x", 257, false),
            ("云", 256, true), ("云", 257, false), ("😀", 256, true), ("😀", 257, false),
            // One character that consists of two scalars.
            ("e\u{301}", 128, true), ("e\u{301}", 129, false),
        ]
    )
    func length(_ unit: String, _ count: Int, _ isValid: Bool) {
        #expect((ClaimString(rawValue: String(repeating: unit, count: count)) != nil) == isValid)
    }

    @Test(
        "Claim strings compare by bytes, not by canonical equivalence",
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

    @Test("Claim strings are equal only if their bytes are equal")
    func sameBytes() throws {
        #expect(try ClaimString("云平台 Café") == ClaimString("云平台 Café"))
        #expect(Set([try ClaimString("云"), try ClaimString("云")]).count == 1)
        #expect(try ClaimString("a") != ClaimString("A"))
        #expect(try ClaimString("a") != ClaimString("a "))
    }

    @Test("A different byte at any position makes claim strings unequal", arguments: 1...40)
    func eachByte(_ length: Int) throws {
        let text = [UInt8](repeating: UInt8(ascii: "x"), count: length)
        let string = try #require(ClaimString(rawValue: String(decoding: text, as: UTF8.self)))
        #expect(string == ClaimString(rawValue: String(repeating: "x", count: length)))
        #expect(string != ClaimString(rawValue: String(repeating: "x", count: length + 1)))
        for position in text.indices {
            var other = text
            other[position] = UInt8(ascii: "y")
            #expect(string != ClaimString(rawValue: String(decoding: other, as: UTF8.self)))
        }
    }

    @Test("Claim strings are ordered by their bytes")
    func order() throws {
        // An 'e' with a combining accent sorts before 'f', and the composed letter sorts after 'z'.
        let texts = ["\u{E9}", "z", "f", "e\u{301}", "e", "Z", "云", "\u{FFFD}", "😀", "aa", "a"]
        let strings = try texts.map { try #require(ClaimString(rawValue: $0)) }
        let expected = ["Z", "a", "aa", "e", "e\u{301}", "f", "z", "\u{E9}", "云", "\u{FFFD}", "😀"]
        #expect(strings.sorted().map { Array($0.rawValue.utf8) } == expected.map { Array($0.utf8) })
    }

    @Test(
        "A claim string is a JSON string with the same bytes",
        arguments: ["me@example.com", "e\u{301}", "\u{E9}", "云平台 😀"]
    )
    func coding(_ text: String) throws {
        let string = try #require(ClaimString(rawValue: text))
        let data = try JSONEncoder().encode([string])
        #expect(Array(data) == Array("[\"\(text)\"]".utf8))
        let decoded = try JSONDecoder().decode([ClaimString].self, from: data)
        #expect(decoded == [string])
    }

    @Test("An invalid claim string is not decoded", arguments: [#"[""]"#, #"["a\nb"]"#, #"["\u202e"]"#, "[1]"])
    func decodingInvalid(_ json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([ClaimString].self, from: Data(json.utf8))
        }
    }
}
