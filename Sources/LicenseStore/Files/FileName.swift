/// The name of a file in a folder, as the bytes that the system uses.
///
/// On Linux, a name is any sequence of bytes without a slash and a zero byte. A name that is not UTF-8 can be opened only
/// by its bytes.
struct FileName: Sendable, Hashable {
    /// The bytes of the name, without a terminating zero byte.
    let bytes: [UInt8]

    /// Creates a name from its bytes, which contain no zero byte.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Creates a name from a text of the library itself.
    init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// Whether this is the name of a license file: it ends with `.lic`, in any case, and does not start with a dot.
    var isLicenseFile: Bool {
        let end = self.bytes.suffix(4).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return self.bytes.count > 4 && self.bytes.first != UInt8(ascii: ".") && end == Array(".lic".utf8)
    }
}

extension FileName: Comparable {
    static func < (lhs: FileName, rhs: FileName) -> Bool {
        lhs.bytes.lexicographicallyPrecedes(rhs.bytes)
    }
}

extension FileName: CustomStringConvertible {
    /// The name for people, with everything escaped that is not printable.
    var description: String {
        PrintableText.escaping(String(decoding: self.bytes, as: UTF8.self))
    }
}

/// Texts of other people, such as paths, prepared for messages and logs.
enum PrintableText {
    /// Returns a text with control characters, invisible characters and bidirectional controls escaped.
    static func escaping(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse:
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default:
                result.unicodeScalars.append(scalar)
            }
        }
    }
}
