extension JSONError {
    /// A rule of strict JSON that a text breaks.
    enum Problem: Int {
        case endsEarly, bracket, end, comma, colon, name, object, depth, values, members, twoNames, value, zero, digit
        case control, escape, nul, surrogate, hexadecimal, utf8

        /// What is wrong with the JSON, in English and Chinese.
        var text: (english: String, chinese: String) {
            (String(Self.lines[2 * self.rawValue]), String(Self.lines[2 * self.rawValue + 1]))
        }

        /// The texts in the order of the cases, in two lines for each.
        private static let lines = """
            ends too early
            不完整
            has a closing bracket of the wrong kind
            的括号不匹配
            has extra text at its end
            之后还有其他内容
            is missing a comma or a closing bracket
            缺少逗号或右括号
            is missing a colon
            缺少冒号
            is missing a member name
            缺少成员名称
            is not an object
            不是对象
            is nested deeper than \(JSONScanner.maximumDepth) levels
            嵌套超过\(JSONScanner.maximumDepth)层
            has more than \(JSONScanner.maximumValues) values
            的值超过\(JSONScanner.maximumValues)个
            has an object with more than \(JSONScanner.maximumMembers) members
            有成员超过\(JSONScanner.maximumMembers)个的对象
            has an object with two members of the same name
            有成员重名的对象
            is missing a value
            缺少值
            has a number with a leading zero
            有以零开头的数字
            has a number that is missing a digit
            有不完整的数字
            has a control character in a string
            的字符串含有控制字符
            has an unknown escape in a string
            的字符串含有未知的转义
            has U+0000 in a string
            的字符串含有U+0000
            has a lone surrogate in a string
            的字符串含有不成对的代理项
            has a Unicode escape without four hexadecimal digits in a string
            的字符串含有不足四位的Unicode转义
            is not UTF-8
            不是UTF-8
            """
            .split(separator: "\n")
    }
}
