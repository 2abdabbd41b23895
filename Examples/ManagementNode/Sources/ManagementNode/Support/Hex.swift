/// Texts of hexadecimal digits, as the platform's UUIDs and passwords.
enum Hex {
    /// Returns the bytes as lowercase digits, two for each byte.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Returns whether a text has only hexadecimal digits, and exactly as many as given.
    static func isValid(_ text: String, digits count: Int) -> Bool {
        text.utf8.count == count && text.utf8.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
    }
}
