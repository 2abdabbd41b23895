/// A slow reader of armored files that follows `Documentation/Format.md`, section 1, word for word.
///
/// It shares no code with the library: it converts a file into an array of symbols first, and looks for markers with
/// plain comparisons at every position.
struct ReferenceArmorReader {
    /// What a file is, or the place of its first violation.
    enum Result: Equatable {
        /// The tokens of the blocks, or of a bare file.
        case tokens([[UInt8]], isArmored: Bool)
        case malformed(block: Int?, line: Int)
    }

    static let tokenCharacters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.".utf8)

    private static let begin = Array("-----BEGIN LICENSE-----".utf8)
    private static let end = Array("-----END LICENSE-----".utf8)
    private static let lookalikes = ["BEGINLICENSE", "ENDLICENSE", "BEGINLICENCE", "ENDLICENCE"]

    /// Reads a file of at most 256 KiB.
    static func read(_ file: [UInt8]) -> Result {
        let text = Array(file.dropFirst(file.prefix(3) == [0xEF, 0xBB, 0xBF] ? 3 : 0))
        // The line of each position, including the one after the last byte.
        var lineNumbers: [Int] = []
        var number = 1
        for index in text.indices {
            lineNumbers.append(number)
            let isPair = text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
            if text[index] == 0x0A || text[index] == 0x0D && !isPair {
                number += 1
            }
        }
        lineNumbers.append(number)

        func has(_ marker: [UInt8], at position: Int) -> Bool {
            position + marker.count <= text.count && Array(text[position..<(position + marker.count)]) == marker
        }
        func blankLength(at position: Int) -> Int {
            guard position < text.count else { return 0 }
            if text[position] == 0x20 || text[position] == 0x09 { return 1 }
            let isEscape =
                text[position] == 0x5C && position + 1 < text.count && [0x6E, 0x72].contains(text[position + 1])
            return isEscape ? 2 : 0
        }
        func afterBlanks(_ position: Int) -> Int {
            let length = blankLength(at: position)
            return length == 0 ? position : afterBlanks(position + length)
        }
        func isLineEnd(_ position: Int) -> Bool {
            position == text.count || text[position] == 0x0A || text[position] == 0x0D
        }
        func lineEnd(from position: Int) -> Int {
            isLineEnd(position) ? position : lineEnd(from: position + 1)
        }
        func looksLikeMarker(_ line: ArraySlice<UInt8>) -> Bool {
            let text = String(decoding: line.map { $0 < 0x80 ? $0 : 0x2A }, as: UTF8.self)
            let letters = text.filter { $0.isLetter && $0.isASCII }.uppercased()
            let longestRun = line.split { !self.tokenCharacters.contains($0) }.map(\.count).max() ?? 0
            return self.lookalikes.contains { $0 == letters || letters.contains($0) && longestRun >= 60 }
        }

        var tokens: [[UInt8]] = []
        var position = 0
        while position < text.count {
            var start = afterBlanks(position)
            guard has(self.begin, at: start) else {
                let end = lineEnd(from: position)
                if looksLikeMarker(text[position..<end]) {
                    return .malformed(block: nil, line: lineNumbers[position])
                }
                position = end + 1
                continue
            }
            while has(self.begin, at: start) {
                guard tokens.count < 64 else {
                    return .malformed(block: nil, line: lineNumbers[start])
                }
                let block = tokens.count + 1
                var token: [UInt8] = []
                position = start + self.begin.count
                while !has(self.end, at: position) {
                    guard position < text.count else {
                        var line = lineEnd(from: start) + 1
                        while line < text.count {
                            if looksLikeMarker(text[line..<lineEnd(from: line)]) {
                                return .malformed(block: block, line: lineNumbers[line])
                            }
                            line = lineEnd(from: line) + 1
                        }
                        return .malformed(block: block, line: lineNumbers[start])
                    }
                    if has(self.begin, at: position) {
                        return .malformed(block: block, line: lineNumbers[position])
                    }
                    let byte = text[position]
                    let blank = byte == 0x0A || byte == 0x0D ? 1 : blankLength(at: position)
                    if blank > 0 {
                        position += blank
                    } else if self.tokenCharacters.contains(byte) {
                        token.append(byte)
                        position += 1
                    } else {
                        return .malformed(block: block, line: lineNumbers[position])
                    }
                }
                tokens.append(token)
                position += self.end.count
                start = afterBlanks(position)
            }
            guard isLineEnd(start) else {
                return .malformed(block: nil, line: lineNumbers[start])
            }
            position = start
        }
        guard tokens.isEmpty else {
            return .tokens(tokens, isArmored: true)
        }
        let isBlank: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let bare = text.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
        return .tokens([Array(bare)], isArmored: false)
    }
}
