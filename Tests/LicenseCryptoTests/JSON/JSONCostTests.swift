import LicenseCrypto
import Testing

/// The cost of 64 KiB of any input: less than 5 ms in a release build, and at most 128 KiB of stack.
@Suite("JSON cost", .serialized)
struct JSONCostTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: [UInt8]
        let expected: String

        init(_ name: String, _ expected: String, start: String, _ part: (Int) -> String, end: String) {
            var text = Array(start.utf8)
            var index = 0
            while true {
                let next = Array(part(index).utf8)
                guard text.count + next.count + end.utf8.count <= 64 * 1_024 else {
                    break
                }
                text += next
                index += 1
            }
            self.testDescription = name
            self.text = text + Array(end.utf8)
            self.expected = expected
        }
    }

    private static let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)

    static let cases: [Case] = [
        Case("opening brackets", "refused", start: "", { _ in "[" }, end: ""),
        Case("opening brackets in a member", "refused", start: #"{"a":"#, { _ in "[" }, end: ""),
        Case("opening braces", "refused", start: "", { _ in "{" }, end: ""),
        Case("nested objects", "refused", start: "", { _ in #"{"a":"# }, end: ""),
        Case("adjacent 500-deep arrays", "refused", start: #"{"a":["#, { $0 == 0 ? deep : "," + deep }, end: "]}"),
        Case("members", "refused", start: "{", { "\($0 == 0 ? "" : ",")\"\($0)\":0" }, end: "}"),
        Case("strings of one character", "refused", start: #"{"a":["#, { $0 == 0 ? #""x""# : #","x""# }, end: "]}"),
        Case("zeros", "refused", start: #"{"a":["#, { $0 == 0 ? "0" : ",0" }, end: "]}"),
        Case("empty arrays", "refused", start: #"{"a":["#, { $0 == 0 ? "[]" : ",[]" }, end: "]}"),
        Case("empty objects", "refused", start: #"{"a":["#, { $0 == 0 ? "{}" : ",{}" }, end: "]}"),
        Case("spaces", "refused", start: "", { _ in " " }, end: ""),
        Case("spaces around an object", "accepted", start: "{", { _ in " " }, end: "}"),
        Case("one string", "accepted", start: #"{"a":""#, { _ in "x" }, end: #""}"#),
        Case("one string of escapes", "accepted", start: #"{"a":""#, { _ in #"\u00e9"# }, end: #""}"#),
        Case("one string of surrogate pairs", "accepted", start: #"{"a":""#, { _ in #"\ud83d\ude00"# }, end: #""}"#),
        Case("one string of four-byte scalars", "accepted", start: #"{"a":""#, { _ in "😀" }, end: #""}"#),
        Case("one name of escapes", "accepted", start: #"{""#, { _ in #"\u0061"# }, end: #"":0}"#),
        Case("one unterminated name", "refused", start: #"{""#, { _ in "x" }, end: ""),
        Case("one number", "accepted", start: #"{"a":1"#, { _ in "0" }, end: "}"),
        Case("quotes", "refused", start: "", { _ in "\"" }, end: ""),
        Case("backslashes", "refused", start: #"{"a":""#, { _ in #"\"# }, end: ""),
        Case("commas", "refused", start: #"{"a":["#, { _ in "," }, end: "]}"),
        Case("one unterminated string", "refused", start: #"{"a":""#, { _ in "\u{FFFD}" }, end: ""),
        // 15 × 255 names that differ only in their last bytes.
        Case(
            "similar names",
            "accepted",
            start: #"{"a":["#,
            { $0 < 15 ? ($0 == 0 ? "" : ",") + alike : String(repeating: " ", count: 1) },
            end: "]}"
        ),
    ]

    private static let alike = "{" + (0..<255).map { #""nameABC\#($0)":0"# }.joined(separator: ",") + "}"

    @Test("64 KiB is parsed or refused in less than 5 ms", arguments: cases)
    func time(of example: Case) {
        #expect((65_000...65_536).contains(example.text.count))
        #expect(jsonVerdict(example.text) == example.expected)
        #if !DEBUG
        #expect(bestTime { _ = jsonVerdict(example.text) } < 0.005)
        #endif
    }

    @Test("64 KiB is parsed or refused on a stack of 128 KiB", arguments: cases)
    func stack(of example: Case) {
        #expect(onSmallStack { jsonVerdict(example.text) } == example.expected)
    }

    @Test(
        "Deep nesting is refused on a stack of 128 KiB, whether it is closed or not",
        arguments: [9, 512, 513, 10_000, 1_000_000]
    )
    func depth(depth: Int) {
        let open = Array(#"{"a":"#.utf8) + [UInt8](repeating: UInt8(ascii: "["), count: depth - 1)
        let closed = open + [UInt8](repeating: UInt8(ascii: "]"), count: depth - 1) + [UInt8(ascii: "}")]
        #expect(onSmallStack { jsonVerdict(open) } == "refused")
        #expect(onSmallStack { jsonVerdict(closed) } == "refused")
    }

    #if !DEBUG
    /// Returns 256 endings of seven letters that give a text the same hash with FNV-1a, which has no key.
    ///
    /// A meet-in-the-middle search: three letters forward from the hash of the text, and four backward from the hash 0.
    private static func collidingEndings(after text: [UInt8]) -> [[UInt8]] {
        let (prime, inverse): (UInt32, UInt32) = (0x0100_0193, 0x359C_449B)
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        func forward(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* prime }
        func back(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash &* inverse) ^ UInt32(byte) }
        let start = text.reduce(0x811C_9DC5, forward)
        var middle: [UInt32: [UInt8]] = [:]
        for first in letters {
            for second in letters {
                for third in letters {
                    let ending = [first, second, third]
                    middle[ending.reduce(start, forward)] = ending
                }
            }
        }
        var endings: [[UInt8]] = []
        for number in 0..<(1 << 24) where endings.count < 256 {
            let ending = [number >> 18, number >> 12, number >> 6, number].map { letters[$0 & 0x3F] }
            if let before = middle[ending.reversed().reduce(0, back)] {
                endings.append(before + ending)
            }
        }
        return endings
    }

    @Test("Names that collide in a hash without a key are parsed in less than 5 ms")
    func collidingNames() {
        // A prefix of 240 letters, and one of 40 letters as escapes.
        for (count, letter) in [(240, "x"), (40, #"\u0078"#)] {
            let prefix = String(repeating: letter, count: count)
            let endings = Self.collidingEndings(after: [UInt8](repeating: UInt8(ascii: "x"), count: count))
            #expect(endings.count == 256)
            let members = endings.map { "\"\(prefix)\(String(decoding: $0, as: UTF8.self))\":0" }
            let json = Array("{\(members.joined(separator: ","))}".utf8)
            #expect((60_000...65_536).contains(json.count))
            #expect(jsonVerdict(json) == "accepted")
            #expect(bestTime { _ = jsonVerdict(json) } < 0.005)
        }
    }
    #endif
}
