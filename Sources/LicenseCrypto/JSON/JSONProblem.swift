/// A rule of strict JSON that a text breaks, as the rest of a sentence that starts with "the JSON".
package enum JSONProblem: Equatable, CustomStringConvertible {
    case endsTooEarly
    case wrongClosingBracket
    case extraText
    case missingComma
    case missingColon
    case missingName
    case notAnObject
    case tooDeep
    case tooManyValues
    case tooManyMembers
    case duplicateName
    case missingValue
    case leadingZero
    case missingDigit
    case controlCharacter
    case unknownEscape
    case nullCharacter
    case loneSurrogate
    case incompleteEscape
    case notUTF8

    /// The problem in English, such as "ends too early".
    package var description: String {
        self.texts.english
    }

    /// The problem in Chinese, with the same meaning.
    package var chinese: String {
        self.texts.chinese
    }

    private var texts: (english: String, chinese: String) {
        switch self {
        case .endsTooEarly: ("ends too early", "不完整")
        case .wrongClosingBracket: ("has a closing bracket of the wrong kind", "的括号不匹配")
        case .extraText: ("has extra text at its end", "之后还有其他内容")
        case .missingComma: ("is missing a comma or a closing bracket", "缺少逗号或右括号")
        case .missingColon: ("is missing a colon", "缺少冒号")
        case .missingName: ("is missing a member name", "缺少成员名称")
        case .notAnObject: ("is not an object", "不是对象")
        case .tooDeep: ("is nested deeper than \(JSONScanner.maximumDepth) levels", "嵌套超过\(JSONScanner.maximumDepth)层")
        case .tooManyValues: ("has more than \(JSONScanner.maximumValues) values", "的值超过\(JSONScanner.maximumValues)个")
        case .tooManyMembers:
            (
                "has an object with more than \(JSONScanner.maximumMembers) members",
                "有成员超过\(JSONScanner.maximumMembers)个的对象"
            )
        case .duplicateName: ("has an object with two members of the same name", "有成员重名的对象")
        case .missingValue: ("is missing a value", "缺少值")
        case .leadingZero: ("has a number with a leading zero", "有以0开头的数字")
        case .missingDigit: ("has a number that is missing a digit", "有不完整的数字")
        case .controlCharacter: ("has a control character in a string", "的字符串含有控制字符")
        case .unknownEscape: ("has an unknown escape in a string", "的字符串含有未知的转义")
        case .nullCharacter: ("has U+0000 in a string", "的字符串含有U+0000")
        case .loneSurrogate: ("has a lone surrogate in a string", "的字符串含有不成对的代理项")
        case .incompleteEscape:
            ("has a Unicode escape without four hexadecimal digits in a string", "的字符串含有不足四位的Unicode转义")
        case .notUTF8: ("is not UTF-8", "不是UTF-8")
        }
    }
}
