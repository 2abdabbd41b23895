import LicenseModel

/// A reader of the armored blocks of a license file (`Documentation/Format.md`, section 1).
///
/// Between the markers, it drops white space, line breaks and the escapes `\n` and `\r`, because files are indented,
/// joined into one line or stored with escaped line breaks. Outside of blocks, it ignores every line that does not look
/// like a marker. A license is therefore never lost without an error.
struct ArmorReader {
    private let text: [UInt8]
    private var position: Int

    /// The bytes of the token of each block, in the order of the file.
    private(set) var tokens: [[UInt8]] = []

    /// Reads all blocks of a text.
    ///
    /// - Parameters:
    ///   - text: The contents of the file.
    ///   - start: The position after the byte order mark, or 0.
    /// - Throws: `LicenseError` with `malformed`.
    init(_ text: [UInt8], from start: Int) throws(LicenseError) {
        self.text = text
        self.position = start
        while self.position < text.count {
            let line = self.position
            self.skipBlanks()
            if self.skip(ArmorMarker.begin) {
                try self.readBlocks()
            } else {
                try self.skipWords(from: line)
            }
        }
    }

    /// Reads a block, and those that follow on the line on which it ends.
    private mutating func readBlocks() throws(LicenseError) {
        repeat {
            guard self.tokens.count < LicenseText.maximumBlocks else {
                throw self.malformed(.tooManyBlocks, at: self.position)
            }
            self.tokens.append(try self.readToken())
            self.skipBlanks()
        } while self.skip(ArmorMarker.begin)
        guard self.position == self.text.count || self.text[self.position].isLineBreak else {
            throw self.malformed(.textAfterEnd, at: self.position)
        }
    }

    /// Reads the token of a block up to the marker that ends it.
    private mutating func readToken() throws(LicenseError) -> [UInt8] {
        let start = self.position
        let block = self.tokens.count + 1
        var token: [UInt8] = []
        // Most licenses are shorter than this.
        token.reserveCapacity(min(self.text.count - self.position, 2_048))
        while self.position < self.text.count {
            let run = self.tokenRun()
            token.append(contentsOf: self.text[self.position..<run])
            self.position = run
            if self.skip(ArmorMarker.end) {
                return token
            }
            guard !self.isAt(ArmorMarker.begin) else {
                throw self.malformed(.beginInsideBlock, at: self.position).inBlock(block)
            }
            guard self.skipBlankOrEscape() || self.skipLineBreak() else {
                guard self.position == self.text.count else {
                    throw self.malformed(.invalidCharacter, at: self.position).inBlock(block)
                }
                break
            }
        }
        throw self.missingEnd(ofBlockFrom: start).inBlock(block)
    }

    /// Returns the position after the characters of a token that follow, which end at a marker as well.
    private func tokenRun() -> Int {
        var end = self.position
        while end < self.text.count, self.text[end].isTokenCharacter {
            if self.text[end] == UInt8(ascii: "-"), self.isMarker(at: end) {
                break
            }
            end += 1
        }
        return end
    }

    /// Skips a line outside of blocks, and throws if it looks like a marker.
    private mutating func skipWords(from start: Int) throws(LicenseError) {
        let end = self.text[self.position...].firstIndex(where: \.isLineBreak) ?? self.text.count
        guard !ArmorMarker.isLookalike(self.text[start..<end]) else {
            throw self.malformed(self.isAt(ArmorMarker.end) ? .endWithoutBegin : .lookalike, at: start)
        }
        self.position = min(end + 1, self.text.count)
    }
}

// The pieces of a text.
extension ArmorReader {
    private mutating func skip(_ marker: [UInt8]) -> Bool {
        guard self.isAt(marker) else {
            return false
        }
        self.position += marker.count
        return true
    }

    private mutating func skipBlanks() {
        while self.skipBlankOrEscape() {}
    }

    /// Skips a space, a tab or an escaped line break, and returns whether there was one.
    private mutating func skipBlankOrEscape() -> Bool {
        guard self.position < self.text.count else {
            return false
        }
        switch self.text[self.position] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"):
            self.position += 1
            return true
        case UInt8(ascii: "\\"):
            let next = self.position + 1 < self.text.count ? self.text[self.position + 1] : 0
            guard next == UInt8(ascii: "n") || next == UInt8(ascii: "r") else {
                return false
            }
            self.position += 2
            return true
        default:
            return false
        }
    }

    private mutating func skipLineBreak() -> Bool {
        guard self.position < self.text.count, self.text[self.position].isLineBreak else {
            return false
        }
        self.position += 1
        return true
    }

    private func isAt(_ marker: [UInt8]) -> Bool {
        self.text[self.position...].hasPrefix(marker)
    }

    private func isMarker(at position: Int) -> Bool {
        self.text[position...].hasPrefix(ArmorMarker.end) || self.text[position...].hasPrefix(ArmorMarker.begin)
    }
}

// Errors.
extension ArmorReader {
    /// Returns the error for a block without a marker that ends it, at a line that looks like that marker if there is one.
    private func missingEnd(ofBlockFrom start: Int) -> LicenseError {
        var line = start
        while line < self.text.count {
            let end = self.text[line...].firstIndex(where: \.isLineBreak) ?? self.text.count
            if line > start, ArmorMarker.isLookalike(self.text[line..<end]) {
                return self.malformed(.lookalike, at: line)
            }
            line = end + 1
        }
        return self.malformed(.missingEnd, at: start)
    }

    private func malformed(_ problem: ArmorProblem, at position: Int) -> LicenseError {
        problem.error(onLine: Self.line(at: position, in: self.text))
    }

    /// Returns the number of the line that contains a position, starting at 1.
    ///
    /// CR, LF and CRLF each end a line.
    private static func line(at position: Int, in text: [UInt8]) -> Int {
        1
            + text[..<position].indices
            .count { index in
                text[index] == UInt8(ascii: "\n")
                    || text[index] == UInt8(ascii: "\r")
                        && !(index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n"))
            }
    }
}

extension UInt8 {
    /// Whether the byte is LF or CR.
    var isLineBreak: Bool {
        self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
    }
}
