import LicenseCrypto
import Testing

/// The structure of a JSON text, which must be exactly one object.
@Suite("JSON structure")
struct JSONStructureTests {
    @Test(
        "One object with white space around it is accepted",
        arguments: [
            "{}", " {} ", "\t{\n}\r", #"{"a":1}"#, #"{ "a" : 1 , "b" : [ 1 , 2 ] }"#, "{\r\n\t\"a\"\r\n:\t1\n}\n\n",
        ]
    )
    func oneObject(text: String) {
        #expect(jsonVerdict(text) == "accepted")
    }

    @Test(
        "A text that is not exactly one object is refused",
        arguments: [
            "", " ", "\n", "[]", "[{}]", #""{}""#, "0", "null", "true", "{}{}", "{} {}", "{},", "{}]", "{}}", "{}x",
            "{", "}", "{}\u{0}", "\u{0}{}", "\u{C}{}", "\u{B}{}", "{}\u{A0}", "\u{2028}{}", "{}//", "/**/{}", "{}#",
        ]
    )
    func notOneObject(text: String) {
        #expect(jsonVerdict(text) == "refused")
    }

    @Test(
        "A syntax error inside an object is refused",
        arguments: [
            #"{"a":1,}"#, #"{,"a":1}"#, #"{"a":1,,"b":2}"#, #"{"a"1}"#, #"{"a"::1}"#, #"{"a":}"#, #"{"a"}"#, #"{a:1}"#,
            #"{'a':1}"#, #"{"a":'b'}"#, #"{1:1}"#, #"{null:1}"#, #"{"a":1 "b":2}"#, #"{"a":1;"b":2}"#, #"{:1}"#, "{,}",
            #"{"a":[1,]}"#, #"{"a":[,1]}"#, #"{"a":[1,,2]}"#, #"{"a":[1 2]}"#, #"{"a":["b":1]}"#, #"{"a":[1}"#,
            #"{"a":{"b":1]}"#, #"{"a":[1}]"#, #"{"a":[}"#, #"{"a":{]}"#, #"{"a":1/*b*/}"#, "{\"a\":1//b\n}",
            #"{"a":undefined}"#, #"{[]:1}"#, #"{{}:1}"#, #"{"a":{}"#, #"{"a":[]"#, #"{"a":"b"#, #"{"a"#, #"{"a":"#,
        ]
    )
    func syntaxErrors(text: String) {
        #expect(jsonVerdict(text) == "refused")
    }

    @Test(
        "Only the literals true, false and null are accepted",
        arguments: [
            ("true", "accepted"), ("false", "accepted"), ("null", "accepted"), ("True", "refused"), ("TRUE", "refused"),
            ("nul", "refused"), ("nulL", "refused"), ("nulll", "refused"), ("fals", "refused"),
            ("truefalse", "refused"),
            ("NaN", "refused"), ("Infinity", "refused"), ("-Infinity", "refused"), ("t", "refused"),
        ]
    )
    func literals(literal: String, expected: String) {
        #expect(jsonVerdict(#"{"a":\#(literal)}"#) == expected)
    }

    @Test("A truncated literal is refused", arguments: ["t", "tru", "fals", "n", "nul"])
    func truncatedLiterals(literal: String) {
        #expect(jsonVerdict(#"{"a":\#(literal)"#) == "refused")
    }

    @Test("Every prefix of a text is refused")
    func prefixes() {
        let text = Array(#"{"a":[1,-2.5e+3,true,{"b":null}],"cé":"\u00e9\n😀","d":{}}"#.utf8)
        #expect(jsonVerdict(text) == "accepted")
        for count in 0..<text.count {
            #expect(jsonVerdict(Array(text.prefix(count))) == "refused", "\(count) bytes")
        }
    }

    @Test("A value has exactly one type")
    func values() throws {
        let text = #"{"o":{"x":1},"a":[1,"b",null],"s":"t","i":7,"t":true,"f":false,"n":null,"d":1.5}"#
        var members: [String: JSONValue] = [:]
        for (name, value) in try StrictJSON(Array(text.utf8)).members {
            members[try #require(name)] = value
        }
        #expect(members.count == 8)
        #expect(members.filter { $0.value.members != nil }.keys.sorted() == ["o"])
        #expect(members.filter { $0.value.elements != nil }.keys.sorted() == ["a"])
        #expect(members.filter { $0.value.string != nil }.keys.sorted() == ["s"])
        #expect(members.filter { $0.value.integer != nil }.keys.sorted() == ["i"])
        #expect(members.filter { $0.value.boolean != nil }.keys.sorted() == ["f", "t"])
        #expect(members["t"]?.boolean == true)
        #expect(members["f"]?.boolean == false)
        #expect(members["a"]?.elements?.map(\.string) == [nil, "b", nil])
        #expect(members["a"]?.elements?.map(\.integer) == [1, nil, nil])
        #expect(members["o"]?.members?.map(\.name) == ["x"])
    }

    @Test("Members and elements keep the order of the text, whatever is nested in them")
    func order() throws {
        let text = #"{"c":{"x":[{"y":1}]},"a":[[1,[2]],{"z":0},3],"b":0}"#
        let document = try StrictJSON(Array(text.utf8))
        #expect(document.members.count == 3)
        #expect(document.members.map(\.name) == ["c", "a", "b"])
        let elements = try #require(document.members.map(\.value)[1].elements)
        #expect(elements.count == 3)
        #expect(elements.map { $0.elements?.count } == [2, nil, nil])
        #expect(elements.map(\.integer) == [nil, nil, 3])
    }
}
