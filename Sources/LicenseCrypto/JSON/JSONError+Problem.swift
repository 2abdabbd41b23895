import LicenseModel

extension JSONError {
    /// A rule of strict JSON that a text breaks.
    enum Problem: Int {
        case endsEarly, bracket, end, comma, colon, name, object, depth, values, members, twoNames, value, zero, digit
        case control, escape, nul, surrogate, hexadecimal, utf8

        /// What is wrong with the JSON, in English and Chinese.
        var text: DetailTexts.Text {
            Self.texts[self.rawValue]
        }

        /// The texts in the order of the cases.
        private static let texts = DetailTexts(
            """
            endsEarly
            ends too early
            不完整

            bracket
            has a closing bracket of the wrong kind
            的括号不匹配

            end
            has extra text at its end
            之后还有其他内容

            comma
            is missing a comma or a closing bracket
            缺少逗号或右括号

            colon
            is missing a colon
            缺少冒号

            name
            is missing a member name
            缺少成员名称

            object
            is not an object
            不是对象

            depth
            is nested deeper than \(JSONScanner.maximumDepth) levels
            嵌套超过\(JSONScanner.maximumDepth)层

            values
            has more than \(JSONScanner.maximumValues) values
            的值超过\(JSONScanner.maximumValues)个

            members
            has an object with more than \(JSONScanner.maximumMembers) members
            有成员超过\(JSONScanner.maximumMembers)个的对象

            twoNames
            has an object with two members of the same name
            有成员重名的对象

            value
            is missing a value
            缺少值

            zero
            has a number with a leading zero
            有以零开头的数字

            digit
            has a number that is missing a digit
            有不完整的数字

            control
            has a control character in a string
            的字符串含有控制字符

            escape
            has an unknown escape in a string
            的字符串含有未知的转义

            nul
            has U+0000 in a string
            的字符串含有U+0000

            surrogate
            has a lone surrogate in a string
            的字符串含有不成对的代理项

            hexadecimal
            has a Unicode escape without four hexadecimal digits in a string
            的字符串含有不足四位的Unicode转义

            utf8
            is not UTF-8
            不是UTF-8
            """
        )
    }
}
