/// The lines that start and end an armored block, and lines that look like them.
package enum ArmorMarker {
    /// The marker that starts a block.
    static let begin = Array("-----BEGIN LICENSE-----".utf8)

    /// The marker that ends a block.
    static let end = Array("-----END LICENSE-----".utf8)

    /// The letters of lines that look like a marker, in the American and the British spelling.
    private static let letters = ["BEGINLICENSE", "ENDLICENSE", "BEGINLICENCE", "ENDLICENCE"].map { Array($0.utf8) }

    /// The number of consecutive characters of a token that show that a line contains part of a license.
    private static let runLength = 60

    /// Returns whether a line outside a block looks like a marker, so that it cannot be ignored.
    ///
    /// Only the line's letters count, in either case: email programs quote lines and replace hyphens. A line with other
    /// letters looks like a marker only if it also has a long run of a token's characters: a whole license on one line.
    static func isLookalike(_ line: ArraySlice<UInt8>) -> Bool {
        self.letters.contains { self.isSpelledAlone($0, in: line) }
            || self.hasLongRun(line) && self.isSpelled(in: line.compactMap { $0.uppercaseLetter })
    }

    /// Returns whether the letters of a line are exactly those of a marker.
    private static func isSpelledAlone(_ word: [UInt8], in line: ArraySlice<UInt8>) -> Bool {
        var count = 0
        for byte in line {
            guard let letter = byte.uppercaseLetter else {
                continue
            }
            guard count < word.count, letter == word[count] else {
                return false
            }
            count += 1
        }
        return count == word.count
    }

    /// Returns whether the letters of a text spell a marker anywhere, so that part of it on a line of its own could look
    /// like one.
    package static func isSpelled(in text: String) -> Bool {
        self.isSpelled(in: text.utf8.compactMap { $0.uppercaseLetter })
    }

    private static func isSpelled(in letters: [UInt8]) -> Bool {
        let (b, e) = (UInt8(ascii: "B"), UInt8(ascii: "E"))
        for (index, letter) in letters.enumerated() where letter == b || letter == e {
            if self.letters.contains(where: { letters[index...].hasPrefix($0) }) {
                return true
            }
        }
        return false
    }

    private static func hasLongRun(_ line: ArraySlice<UInt8>) -> Bool {
        var run = 0
        return line.contains { byte in
            run = byte.isTokenCharacter ? run + 1 : 0
            return run == self.runLength
        }
    }
}

extension UInt8 {
    /// Whether the byte is one of the characters of a token: `A-Z a-z 0-9 . _ -`.
    var isTokenCharacter: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default:
            false
        }
    }

    /// The byte as an uppercase ASCII letter, or `nil` if it is not an ASCII letter.
    fileprivate var uppercaseLetter: UInt8? {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): self
        case UInt8(ascii: "a")...UInt8(ascii: "z"): self - 0x20
        default: nil
        }
    }
}
