@_spi(Fuzzing) import LicenseCrypto
import Testing

/// The names of an object's members, which must be unique after their escapes are decoded.
@Suite("JSON names")
struct JSONNameTests {
    @Test(
        "Two members with the same name are refused, whatever their escapes",
        arguments: [
            (#"{"a":1,"a":2}"#, "plain"),
            (#"{"a":1,"a":1}"#, "the same value"),
            (#"{"a":1,"b":2,"c":3,"a":4}"#, "not adjacent"),
            (#"{"a":1,"\u0061":2}"#, "escaped second"),
            (#"{"\u0061":1,"a":2}"#, "escaped first"),
            (#"{"\u0061lg":1,"al\u0067":2}"#, "both escaped, differently"),
            (#"{"é":1,"\u00e9":2}"#, "two bytes"),
            (#"{"\u00E9":1,"\u00e9":2}"#, "the case of hexadecimal digits"),
            (#"{"€":1,"\u20AC":2}"#, "three bytes"),
            (#"{"😀":1,"\uD83D\uDE00":2}"#, "a surrogate pair"),
            (#"{"\ud83d\ude00":1,"\uD83D\uDE00":2}"#, "two surrogate pairs"),
            (#"{"/":1,"\/":2}"#, "a solidus"),
            (#"{"\n":1,"\u000a":2}"#, "a line feed"),
            (#"{"\"":1,"\u0022":2}"#, "a quote"),
            (#"{"\\":1,"\u005c":2}"#, "a backslash"),
            (#"{"":1,"":2}"#, "empty"),
            (#"{"x":{"a":1,"a":2}}"#, "nested in an object"),
            (#"{"x":[[{"a":1,"a":2}]]}"#, "nested in arrays"),
            (#"{"x":{"y":{"a":{"z":0},"b":[],"a":2}}}"#, "containers between them"),
        ]
    )
    func duplicates(text: String, detail: String) {
        #expect(jsonVerdict(text) == "refused", "\(detail)")
    }

    @Test(
        "Names that differ in any byte are distinct",
        arguments: [
            (#"{"a":1,"A":2}"#, "case"),
            (#"{"a":1,"a ":2}"#, "a space"),
            (#"{"é":1,"e\#u{301}":2}"#, "composed and decomposed"),
            (#"{"K":1,"\u212a":2}"#, "the Kelvin sign"),
            (#"{"\\u0061":1,"a":2}"#, "an escaped backslash"),
            (#"{"a":{"a":{"a":1}}}"#, "nested in each other"),
            (#"{"x":[{"a":1},{"a":2}]}"#, "in two objects"),
            (#"{"x":{"a":1},"a":2,"y":{"a":3}}"#, "inside and outside"),
            (#"{"":1," ":2}"#, "empty and a space"),
        ]
    )
    func distinct(text: String, detail: String) {
        #expect(jsonVerdict(text) == "accepted", "\(detail)")
    }

    @Test("Names with the same hash are distinct, and a duplicate of either is refused")
    func equalHashes() throws {
        // A known collision of the 32-bit FNV-1a hash.
        #expect(Self.hash("costarring") == Self.hash("liquid"))
        #expect(jsonVerdict(#"{"costarring":1,"liquid":2}"#) == "accepted")
        #expect(jsonVerdict(#"{"costarring":1,"liquid":2,"costarring":3}"#) == "refused")
        #expect(jsonVerdict(#"{"liquid":1,"costarring":2,"liqu\u0069d":3}"#) == "refused")
    }

    private static func hash(_ text: String) -> UInt32 {
        text.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    }

    @Test("The last of 256 members is compared with the first")
    func farApart() {
        let names = (0..<255).map { #""m\#($0)":0"# }.joined(separator: ",")
        #expect(jsonVerdict(#"{\#(names),"m255":0}"#) == "accepted")
        #expect(jsonVerdict(#"{\#(names),"m0":0}"#) == "refused")
    }

    @Test("A name that is not ASCII is nil")
    func beyondASCII() throws {
        let members = try StrictJSON(Array(#"{"k":1,"\u212a":2,"\u006b2":3}"#.utf8)).members
        #expect(members.map(\.name) == ["k", nil, "k2"])
        #expect(members.map(\.value.integer) == [1, 2, 3])
    }

    @Test("The hash of a name differs between processes, so that it is not predictable")
    func hashKey() async throws {
        var hashes: Set<String> = []
        for _ in 0..<3 {
            let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
                print("hash: \(JSONProbe.hash(ofName: "license"))")
            }
            let output = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
            hashes.insert(try #require(output.split(separator: "\n").last { $0.hasPrefix("hash: ") }.map(String.init)))
        }
        #expect(hashes.count == 3)
    }
}
