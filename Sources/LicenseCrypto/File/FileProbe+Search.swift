extension FileProbe {
    /// Returns whether the file contains an ASCII text, in uppercase or lowercase.
    func contains(_ text: StaticString) -> Bool {
        let span = self.bytes.span
        let first = text.withUTF8Buffer { unsafe $0[0] } | 0x20
        var position = 0
        while position + text.utf8CodeUnitCount <= span.count {
            if span[position] | 0x20 == first, span.hasASCII(text, at: position) {
                return true
            }
            position += 1
        }
        return false
    }

    /// Returns whether a name in quotation marks is the name of a member, which a colon follows.
    func hasMember(_ name: String) -> Bool {
        let name = Array(name.utf8)
        return self.bytes.indices.dropLast(name.count)
            .contains { index in
                self.bytes[index] == UInt8(ascii: "\"") && self.bytes[index...].hasPrefix(name)
                    && self.bytes[(index + name.count)...].first { !$0.isBlank } == UInt8(ascii: ":")
            }
    }

    /// Returns whether the file starts with an ASCII text, after blanks.
    func startsText(_ text: StaticString) -> Bool {
        let start = self.bytes.trimmingBlanks
        return start.count >= text.utf8CodeUnitCount && start.span.hasASCII(text, at: 0)
    }

    /// Returns a line of the file by its number, starting at 1, or an empty slice if it has fewer lines.
    func line(_ number: Int) -> ArraySlice<UInt8> {
        var rest = self.bytes
        for _ in 1..<number {
            guard let end = rest.firstIndex(where: \.isLineBreak) else {
                return []
            }
            let isPair =
                rest[end] == UInt8(ascii: "\r") && rest.dropFirst(end + 1 - rest.startIndex).first == UInt8(ascii: "\n")
            rest = rest[(end + (isPair ? 2 : 1))...]
        }
        return rest.prefix { !$0.isLineBreak }
    }
}

extension Span<UInt8> {
    /// Returns whether an ASCII text is at a position, in uppercase or lowercase.
    fileprivate func hasASCII(_ text: StaticString, at position: Int) -> Bool {
        text.withUTF8Buffer { letters in
            for offset in 0..<letters.count {
                let letter = unsafe letters[offset]
                let byte = self[position + offset]
                let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter | 0x20)
                guard byte == letter || isLetter && byte ^ letter == 0x20 else {
                    return false
                }
            }
            return true
        }
    }
}

extension UInt8 {
    /// Whether the byte is white space or part of a line break.
    var isBlank: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self.isLineBreak
    }
}
