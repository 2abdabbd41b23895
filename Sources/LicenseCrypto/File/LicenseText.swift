package import LicenseModel

/// The text of a license file, split into its tokens.
///
/// A file is either a bare token with optional white space around it, or one or more armored blocks with any text around
/// them. Outside the armor, the parser is tolerant: email programs wrap lines, add text and change line endings, and a
/// license must survive that. Inside the armor, it is strict: only the characters of a token, line breaks and trailing
/// blanks are allowed.
package struct LicenseText {
    /// The maximum size of a file in bytes: 256 KiB.
    package static let maximumSize = 256 * 1_024

    /// The maximum number of armored blocks in a file.
    package static let maximumBlocks = 64

    /// The bytes of each token, in the file's order.
    package let tokens: [[UInt8]]

    /// Whether the file is armored, in which case errors include a block number.
    package let isArmored: Bool

    private static let begin = Array("-----BEGIN LICENSE-----".utf8)
    private static let end = Array("-----END LICENSE-----".utf8)

    /// Splits the contents of a file into tokens.
    ///
    /// - Throws: `LicenseError` with `tooLarge` or `malformed`.
    package init(_ bytes: [UInt8]) throws(LicenseError) {
        guard bytes.count <= Self.maximumSize else {
            throw LicenseError(
                .tooLarge,
                "The file is larger than 256 KiB. Choose the file that \(LicenseError.contact) sent."
            )
        }
        let hasByteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let text = bytes[(hasByteOrderMark ? 3 : 0)...]
        let tokens = try Self.armoredTokens(text)
        self.isArmored = tokens != nil
        self.tokens = tokens ?? [Array(Self.trimmed(text))]
    }

    /// Returns the tokens of the armored blocks, or `nil` if the text has no armor line.
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
                    throw self.malformed("has a BEGIN line without an END line", block: tokens.count + 1)
                }
                guard tokens.count < self.maximumBlocks else {
                    throw self.malformed("has more than \(self.maximumBlocks) licenses", block: tokens.count + 1)
                }
                token = []
            } else if line.elementsEqual(self.end) {
                guard let ended = token else {
                    throw self.malformed("has an END line without a BEGIN line", block: tokens.count + 1)
                }
                tokens.append(ended)
                token = nil
            } else if token != nil {
                guard line.allSatisfy(self.isTokenCharacter) else {
                    throw self.malformed(
                        "has an invalid character between its BEGIN and END lines",
                        block: tokens.count + 1
                    )
                }
                token?.append(contentsOf: line)
            }
        }
        guard token == nil else {
            throw self.malformed("has a BEGIN line without an END line", block: tokens.count + 1)
        }
        return tokens.isEmpty ? nil : tokens
    }

    private static func malformed(_ problem: String, block: Int) -> LicenseError {
        LicenseError(
            .malformed,
            "The license file \(problem). Save the original file again, from its BEGIN line to its END line.",
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
