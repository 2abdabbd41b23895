package import LicenseModel

/// The text of a license file, split into its tokens.
///
/// A file is either a bare token with white space around it, or armored blocks with anything around them. Tolerant
/// outside, strict inside: mails wrap lines, add words and change line ends, and none of that may cost a customer his
/// license; but what stands between the armor lines is a token and nothing else.
package struct LicenseText {
    /// The most bytes of a file, 256 KiB.
    package static let maximumSize = 256 * 1_024

    /// The most blocks of a file.
    package static let maximumBlocks = 64

    /// The tokens' bytes, in the file's order.
    package let tokens: [[UInt8]]

    /// Whether the file is armored, so that its tokens have block numbers.
    package let isArmored: Bool

    private static let begin = Array("-----BEGIN LICENSE-----".utf8)
    private static let end = Array("-----END LICENSE-----".utf8)

    /// Splits a file.
    package init(_ bytes: [UInt8]) throws(LicenseError) {
        guard bytes.count <= Self.maximumSize else {
            throw LicenseError(
                .tooLarge,
                "The file is larger than 256 KiB, which no license file is. Choose the file that \(LicenseError.contact) sent."
            )
        }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let text = bytes[(hasMark ? 3 : 0)...]
        let tokens = try Self.armoredTokens(text)
        self.isArmored = tokens != nil
        self.tokens = tokens ?? [Array(Self.trimmed(text))]
    }

    /// The tokens of the blocks, or `nil` where the text has no armor line.
    private static func armoredTokens(_ text: ArraySlice<UInt8>) throws(LicenseError) -> [[UInt8]]? {
        var tokens: [[UInt8]] = []
        var token: [UInt8]?
        var position = text.startIndex
        while position < text.endIndex {
            let lineEnd = text[position...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
            let line = self.withoutTrailingBlanks(text[position..<(lineEnd ?? text.endIndex)])
            position = lineEnd.map { $0 + 1 } ?? text.endIndex

            if line.elementsEqual(self.begin) {
                guard token == nil else {
                    throw self.malformed("has a BEGIN line inside a block", block: tokens.count + 1)
                }
                guard tokens.count < self.maximumBlocks else {
                    throw self.malformed("has more than \(self.maximumBlocks) blocks", block: tokens.count + 1)
                }
                token = []
            } else if line.elementsEqual(self.end) {
                guard let ended = token else {
                    throw self.malformed("has an END line without its BEGIN line", block: tokens.count + 1)
                }
                tokens.append(ended)
                token = nil
            } else if token != nil {
                guard line.allSatisfy(self.isTokenCharacter) else {
                    throw self.malformed("has a character inside that no token has", block: tokens.count + 1)
                }
                token?.append(contentsOf: line)
            }
        }
        guard token == nil else {
            throw self.malformed("has no END line", block: tokens.count + 1)
        }
        return tokens.isEmpty ? nil : tokens
    }

    private static func malformed(_ problem: String, block: Int) -> LicenseError {
        LicenseError(
            .malformed,
            "The license file \(problem). Save it again from the message that it came in, from its BEGIN line to its END line.",
            block: block
        )
    }

    private static func isTokenCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default:
            false
        }
    }

    private static func withoutTrailingBlanks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let last = line.lastIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        return line[..<(last.map { $0 + 1 } ?? line.startIndex)]
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
                || byte == UInt8(ascii: "\n")
        }
        guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) })
        else {
            return []
        }
        return text[first...last]
    }
}
