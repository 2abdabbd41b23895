import LicenseModel

// Licenses that were changed on the way.
extension FileProbe {
    /// The way in which an email program changed the line with invalid armor, or `nil` if it did not.
    var quotedLine: RecognizedFile? {
        guard let number = self.error.line else {
            return nil
        }
        let line = self.line(number).trimmingBlanks
        if line.hasPrefix(">") || line.hasPrefix("&gt;") {
            return .mailQuoting
        }
        if self.isQuotedPrintable(line, followedBy: self.line(number + 1)) {
            return .quotedPrintable
        }
        return nil
    }

    /// A line that looks like a marker, but is not exactly one.
    var changedMarker: RecognizedFile? {
        guard let number = self.error.line else {
            return nil
        }
        let line = self.line(number).trimmingBlanks
        let isLookalike = ArmorMarker.isLookalike(line) && !line.hasPrefix(ArmorMarker.end)
        return isLookalike && !line.hasPrefix(ArmorMarker.begin) ? .changedMarker : nil
    }

    /// Returns whether a line has an escape of quoted-printable, or ends with `=` and is continued (RFC 2045, section 6.7).
    func isQuotedPrintable(_ line: ArraySlice<UInt8>, followedBy next: ArraySlice<UInt8>) -> Bool {
        if line.last == UInt8(ascii: "=") {
            return next.first?.isTokenCharacter ?? false && !next.hasPrefix(ArmorMarker.end)
        }
        return line.indices.contains { index in
            line[index] == UInt8(ascii: "=")
                && line[(index + 1)...].prefix(2).count(where: { $0.hexadecimalDigit != nil }) == 2
        }
    }

    /// A license without armor that is encoded again, wrapped or quoted, or an application code.
    var encodedText: RecognizedFile? {
        guard self.error.line == nil else {
            return nil
        }
        let text = self.bytes.filter { !$0.isBlank }
        if text.count < self.bytes.trimmingBlanks.count, self.isToken(text[...]) {
            return .brokenLines
        }
        if self.hasSoftLineBreak, self.isToken(text.filter { $0 != UInt8(ascii: "=") }[...]) {
            return .quotedPrintable
        }
        if text.first == UInt8(ascii: ">"), self.isToken(text.filter { $0 != UInt8(ascii: ">") }[...]) {
            return .mailQuoting
        }
        guard let decoded = Base64.decodePadded(text) ?? Base64.decodeURL(text.span) else {
            return nil
        }
        let inner = FileProbe(bytes: decoded[...], error: self.error)
        if let key = inner.privateKey {
            return key
        }
        if inner.contains("-----BEGIN LICENSE-----") || inner.isWideText || self.isToken(decoded[...].trimmingBlanks) {
            return .base64
        }
        // One part of a token, or the inner text of a license of the platform, is no application code.
        let isPart = inner.hasMember("\"alg\"") || inner.hasMember("\"license\"")
        return inner.markup == .json && !isPart ? .applicationCode : nil
    }

    /// Returns whether a text has the form of a token: three parts in base64url.
    func isToken(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        // The first part is that of a JSON object, and no words are before it.
        return parts.count == 3 && parts[0].hasPrefix("ey")
            && parts.allSatisfy { !$0.isEmpty && Base64.decodeURL(Array($0).span) != nil }
    }

    /// Whether the bytes are those of UTF-16.
    var isWideText: Bool {
        self.wideText == .utf16 || self.bytes.hasPrefix([0xFF, 0xFE]) || self.bytes.hasPrefix([0xFE, 0xFF])
    }

    /// Whether a line ends with `=`.
    var hasSoftLineBreak: Bool {
        self.bytes.indices.dropLast().contains { self.bytes[$0] == UInt8(ascii: "=") && self.bytes[$0 + 1].isLineBreak }
    }
}
