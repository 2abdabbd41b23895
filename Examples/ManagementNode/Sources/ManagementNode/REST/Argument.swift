/// Checks of the arguments that clients send.
enum Argument {
    /// Returns a name of 1 to 255 bytes that people can tell from others.
    ///
    /// All of its characters are visible, and a space is within the name.
    static func name(_ text: String) throws(PlatformFailure) -> String {
        guard 1...255 ~= text.utf8.count, text.first != " ", text.last != " ",
            text.unicodeScalars.allSatisfy({ $0.isVisible && ($0 == " " || !$0.properties.isWhitespace) })
        else {
            throw .invalid(
                "A name has 1 to 255 bytes, no invisible characters, and no space at its start or end.",
                "名称须为 1 到 255 个字节，不含不可见字符，且首尾无空格。"
            )
        }
        return text
    }

    /// Returns an IP address or host name.
    static func host(_ text: String) throws(PlatformFailure) -> String {
        let isValid = text.utf8.allSatisfy {
            Character(UnicodeScalar($0)).isLetter || Character(UnicodeScalar($0)).isNumber || [45, 46, 58].contains($0)
        }
        guard 1...255 ~= text.utf8.count, isValid, text.utf8.allSatisfy({ $0 < 128 }) else {
            throw .invalid("The address must be an IP address or a host name.", "地址必须是 IP 地址或主机名。")
        }
        return text
    }

    /// Returns a URL or path of 1 to 1,024 printable ASCII characters.
    static func url(_ text: String) throws(PlatformFailure) -> String {
        guard 1...1_024 ~= text.utf8.count, text.utf8.allSatisfy({ 33...126 ~= $0 }) else {
            throw .invalid("The URL has 1 to 1,024 printable ASCII characters.", "URL 须为 1 到 1024 个可打印的 ASCII 字符。")
        }
        return text
    }

    /// Returns a number of CPU sockets.
    static func sockets(_ count: Int) throws(PlatformFailure) -> Int {
        guard 1...1_024 ~= count else {
            throw .invalid("A host has 1 to 1,024 CPU sockets.", "物理主机的 CPU 数量须为 1 到 1024。")
        }
        return count
    }

    /// Returns a password as clients send it: the SHA-512 in hexadecimal digits.
    static func password(_ text: String) throws(PlatformFailure) -> String {
        guard Hex.isValid(text, digits: 128) else {
            throw .invalid("The password must be its SHA-512 in hexadecimal digits.", "密码必须是十六进制的 SHA-512 值。")
        }
        return text.lowercased()
    }
}
