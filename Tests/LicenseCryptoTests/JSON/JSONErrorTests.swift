import LicenseCrypto
import Testing

/// What an error says about a text that is not strict JSON.
@Suite("Errors of JSON")
struct JSONErrorTests {
    @Test(
        "Each problem has a text in both languages and the offset of the problem",
        arguments: [
            (#"{"a":1"#, 6, "ends too early", "不完整"),
            (#"{"a":[1}"#, 7, "has a closing bracket of the wrong kind", "的括号不匹配"),
            (#"{} x"#, 3, "has extra text at its end", "之后还有其他内容"),
            (#"{"a":1 "b""#, 7, "is missing a comma or a closing bracket", "缺少逗号或右括号"),
            (#"{"a" 1}"#, 5, "is missing a colon", "缺少冒号"), (#"{1}"#, 1, "is missing a member name", "缺少成员名称"),
            (#"[]"#, 0, "is not an object", "不是对象"),
            (
                #"{"a":"# + String(repeating: "[", count: 8), 12, "is nested deeper than 8 levels", "嵌套超过8层"
            ),
            (
                #"{"a":["# + String(repeating: "0,", count: 4_095), 8_194, "has more than 4096 values", "的值超过4096个"
            ),
            (
                "{" + (0..<257).map { #""\#($0)":0,"# }.joined(), 1_939,
                "has an object with more than 256 members", "有成员超过256个的对象"
            ),
            (#"{"a":1,"a":2}"#, 7, "has an object with two members of the same name", "有成员重名的对象"),
            (#"{"a":}"#, 5, "is missing a value", "缺少值"),
            (#"{"a":01}"#, 5, "has a number with a leading zero", "有以零开头的数字"),
            (#"{"a":1.}"#, 7, "has a number that is missing a digit", "有不完整的数字"),
            ("{\"a\":\"\t\"}", 6, "has a control character in a string", "的字符串含有控制字符"),
            (#"{"a":"\x"}"#, 6, "has an unknown escape in a string", "的字符串含有未知的转义"),
            (#"{"a":"\u0000"}"#, 6, "has U+0000 in a string", "的字符串含有U+0000"),
            (#"{"a":"\udc00"}"#, 6, "has a lone surrogate in a string", "的字符串含有不成对的代理项"),
            (
                #"{"a":"\u00g0"}"#, 6, "has a Unicode escape without four hexadecimal digits in a string",
                "的字符串含有不足四位的Unicode转义"
            ),
        ]
    )
    func problems(text: String, offset: Int, english: String, chinese: String) throws {
        let error = try #require(throws: JSONError.self) { try StrictJSON(Array(text.utf8)) }
        #expect(error.problem == english)
        #expect(error.chineseProblem == chinese)
        #expect(error.offset == offset)
    }

    @Test("Bytes that are not UTF-8 are a problem with a text in both languages")
    func encoding() throws {
        let error = try #require(throws: JSONError.self) { try StrictJSON(Array(#"{"a":""#.utf8) + [0xFF]) }
        #expect(error.problem == "is not UTF-8")
        #expect(error.chineseProblem == "不是UTF-8")
    }
}
