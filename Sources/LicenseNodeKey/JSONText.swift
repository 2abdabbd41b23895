/// A JSON value that encodes deterministically.
///
/// Members keep the given order. The encoding has no white space and escapes only the characters that must be escaped.
package enum JSONText {
    case object([(name: String, value: JSONText)])
    case array([JSONText])
    case string(String)
    case integer(Int)
    case boolean(Bool)

    /// The value, encoded as JSON in UTF-8.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        self.write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                Self.writeComma(before: index, to: &bytes)
                Self.write(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                Self.writeComma(before: index, to: &bytes)
                element.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .string(let string): Self.write(string, to: &bytes)
        case .integer(let integer): bytes += Array(String(integer).utf8)
        case .boolean(let boolean): bytes += Array((boolean ? "true" : "false").utf8)
        }
    }

    private static func writeComma(before index: Int, to bytes: inout [UInt8]) {
        if index > 0 {
            bytes.append(UInt8(ascii: ","))
        }
    }

    /// Writes a string, escaping only the characters that JSON requires to be escaped (RFC 8259, section 7).
    private static func write(_ string: String, to bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes += [UInt8(ascii: "\\"), byte]
            case 0x00...0x1F:
                bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
            default:
                bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
