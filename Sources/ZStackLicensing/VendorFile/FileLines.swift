import LicenseModel

/// The lines of a license file, as ranges of its bytes without their line ends.
///
/// The file is printable ASCII with tabs. Each line ends with LF or CRLF, and the last one can end with the file.
struct FileLines {
    /// The bytes of the file.
    let bytes: [UInt8]

    private var ranges: [Range<Int>] = []

    /// Finds the lines of a file, after a byte order mark at its start.
    ///
    /// - Parameter bytes: The bytes of the file.
    /// - Throws: `LicenseError` with `malformed` for a character or a line end that such a file never has.
    init(_ bytes: [UInt8]) throws(LicenseError) {
        self.bytes = bytes
        var start = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
        for index in start..<bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\n"):
                let end = index > start && bytes[index - 1] == UInt8(ascii: "\r") ? index - 1 : index
                self.ranges.append(start..<end)
                start = index + 1
            case UInt8(ascii: "\r"):
                let isLineEnd = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
                try VendorFileRule.carriageReturns.require(isLineEnd, at: self.count + 1)
            case let byte:
                let isText = (0x20..<0x7F).contains(byte) || byte == UInt8(ascii: "\t")
                try VendorFileRule.characters.require(isText, at: self.count + 1)
            }
        }
        if start < bytes.count {
            self.ranges.append(start..<bytes.count)
        }
    }

    /// The encoding of U+FEFF in UTF-8.
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The number of lines in the file.
    var count: Int {
        self.ranges.count
    }

    /// Accesses the range of a line, without its line end.
    ///
    /// - Parameter line: The index of the line, starting at 0.
    subscript(line: Int) -> Range<Int> {
        self.ranges[line]
    }

    /// Returns whether a line exists and is blank: it has no characters at all.
    func isBlank(_ line: Int) -> Bool {
        line < self.count && self.ranges[line].isEmpty
    }

    /// Returns whether a line exists and consists of some bytes.
    func isLine(_ line: Int, _ text: [UInt8]) -> Bool {
        line < self.count && self.ranges[line].count == text.count && self.startsLine(line, text)
    }

    /// Returns whether a line exists and consists of the characters of a text.
    func isLine(_ line: Int, _ text: String) -> Bool {
        self.isLine(line, Array(text.utf8))
    }

    /// Returns whether a line starts with some bytes.
    func startsLine(_ line: Int, _ text: [UInt8]) -> Bool {
        let range = self.ranges[line]
        guard range.count >= text.count else {
            return false
        }
        for offset in text.indices where self.bytes[range.lowerBound + offset] != text[offset] {
            return false
        }
        return true
    }
}
