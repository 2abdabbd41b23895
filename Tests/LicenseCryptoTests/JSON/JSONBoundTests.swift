import LicenseCrypto
import Testing

/// The limits on depth, members and values, tested at the limit and just beyond it.
@Suite("JSON bounds")
struct JSONBoundTests {
    private static func nested(_ depth: Int, _ open: String, _ close: String) -> String {
        // The outermost object is level 1.
        #"{"a":"# + String(repeating: open, count: depth - 1) + "0" + String(repeating: close, count: depth - 1) + "}"
    }

    @Test("Depth 8 is accepted and depth 9 refused", arguments: [("[", "]"), (#"{"b":"#, "}")])
    func depth(open: String, close: String) {
        #expect(jsonVerdict(Self.nested(8, open, close)) == "accepted")
        #expect(jsonVerdict(Self.nested(9, open, close)) == "refused")
    }

    @Test("An empty container is a level as well", arguments: ["[]", "{}"])
    func emptyContainers(container: String) {
        let levels = (String(repeating: "[", count: 6), String(repeating: "]", count: 6))
        #expect(jsonVerdict(#"{"a":\#(levels.0)\#(container)\#(levels.1)}"#) == "accepted")
        #expect(jsonVerdict(#"{"a":[\#(levels.0)\#(container)\#(levels.1)]}"#) == "refused")
    }

    @Test("A container adds to the depth only until it is closed")
    func depthAfterClosing() {
        let deep = "[[[[[[[]]]]]]]"
        #expect(jsonVerdict(#"{"a":\#(deep),"b":\#(deep),"c":\#(deep)}"#) == "accepted")
    }

    private static func object(members: Int) -> String {
        "{" + (0..<members).map { #""m\#($0)":0"# }.joined(separator: ",") + "}"
    }

    @Test("An object with 256 members is accepted and one with 257 is refused")
    func members() {
        #expect(jsonVerdict(Self.object(members: 256)) == "accepted")
        #expect(jsonVerdict(Self.object(members: 257)) == "refused")
        #expect(jsonVerdict(#"{"a":[\#(Self.object(members: 256))]}"#) == "accepted")
        #expect(jsonVerdict(#"{"a":[\#(Self.object(members: 257))]}"#) == "refused")
    }

    @Test("The limit on members applies to each object separately")
    func membersOfSeveralObjects() {
        let object = Self.object(members: 256)
        #expect(jsonVerdict(#"{"a":\#(object),"b":\#(object)}"#) == "accepted")
    }

    private static func array(elements: Int, _ element: String = "0") -> String {
        "[" + Array(repeating: element, count: elements).joined(separator: ",") + "]"
    }

    @Test(
        "4,096 values, including the outermost object, are accepted and 4,097 refused",
        arguments: ["0", #""s""#, "null"]
    )
    func values(element: String) {
        // The object and the array are values as well.
        #expect(jsonVerdict(#"{"a":\#(Self.array(elements: 4_094, element))}"#) == "accepted")
        #expect(jsonVerdict(#"{"a":\#(Self.array(elements: 4_095, element))}"#) == "refused")
    }

    @Test("Containers are values, and names are not")
    func containersAreValues() {
        #expect(jsonVerdict(#"{"a":\#(Self.array(elements: 4_094, "[]"))}"#) == "accepted")
        #expect(jsonVerdict(#"{"a":\#(Self.array(elements: 4_095, "[]"))}"#) == "refused")
        // 1 + 1 + 2,047 × 2 = 4,096.
        #expect(jsonVerdict(#"{"a":\#(Self.array(elements: 2_047, #"{"b":0}"#))}"#) == "accepted")
        #expect(jsonVerdict(#"{"a":\#(Self.array(elements: 2_048, #"{"b":0}"#))}"#) == "refused")
    }

    @Test("The limit on members does not apply to the elements of an array")
    func elementsAreCounted() throws {
        let value = try #require(try firstValue(of: #"{"a":\#(Self.array(elements: 4_094))}"#))
        #expect(value.elements?.count == 4_094)
    }
}
