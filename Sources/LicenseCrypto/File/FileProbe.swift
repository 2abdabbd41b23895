package import LicenseModel

/// A check of what a refused file is instead of a license.
///
/// It looks at the bytes of a file that is already refused, to explain the refusal. It never makes a license of them.
package struct FileProbe {
    /// The number of bytes at the start of a file in which words are searched, which bounds the time for a large file.
    private static let searchedSize = 16 * 1_024

    private let bytes: ArraySlice<UInt8>
    private let error: LicenseError

    /// Recognizes what a refused file is instead of a license.
    ///
    /// - Parameters:
    ///   - contents: The contents of the file, of which the verifier read at most 256 KiB and a byte.
    ///   - error: The error with which the verifier refuses the file.
    /// - Returns: What the file is, or `nil` if it is not recognized.
    package static func recognize(_ contents: [UInt8], refusedWith error: LicenseError) -> RecognizedFile? {
        let isAboutForm = error.code == .malformed || error.code == .tooLarge
        // The form of a single block says nothing about the file around it.
        guard isAboutForm, error.block == nil || error.line != nil else {
            return nil
        }
        let start = contents.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let probe = FileProbe(bytes: contents[start...], error: error)
        return probe.binary ?? probe.key ?? probe.document ?? probe.changedArmor ?? probe.encodedText
    }
}

// Binary files.
extension FileProbe {
    /// The first bytes of files that are not text.
    private static let signatures: [(bytes: [UInt8], file: RecognizedFile)] = [
        ([0xFF, 0xFE, 0, 0], .utf32), ([0, 0, 0xFE, 0xFF], .utf32), ([0xFF, 0xFE], .utf16), ([0xFE, 0xFF], .utf16),
        ([0x1F, 0x8B], .gzip), (Array("PK\u{3}\u{4}".utf8), .zip), (Array("PK\u{5}\u{6}".utf8), .zip),
        (Array("%PDF-".utf8), .pdf), ([0x89] + Array("PNG".utf8), .image), ([0xFF, 0xD8, 0xFF], .image),
        (Array("GIF8".utf8), .image), (Array("Rar!".utf8), .archive), (Array("7z".utf8) + [0xBC, 0xAF], .archive),
        ([0xFD] + Array("7zXZ".utf8), .archive), (Array("BZh".utf8), .archive), ([0x28, 0xB5, 0x2F, 0xFD], .archive),
    ]

    private var binary: RecognizedFile? {
        if self.bytes.allSatisfy({ $0 == 0 || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0.isLineBreak }) {
            return .empty
        }
        let signature = Self.signatures.first { self.bytes.starts(with: $0.bytes) }
        if let file = signature?.file ?? self.wideText {
            return (file == .utf16 || file == .utf32) && self.isWidePrivateKey ? .privateKey : file
        }
        return self.bytes.dropFirst(257).starts(with: "ustar".utf8) ? .tar : nil
    }

    /// Whether the file is text in UTF-16 or UTF-32 with a private key in it.
    private var isWidePrivateKey: Bool {
        let narrow = self.bytes.prefix(Self.searchedSize).filter { $0 != 0 }
        return FileProbe(bytes: narrow[...], error: self.error).key == .privateKey
    }

    /// UTF-16 or UTF-32 without a byte order mark: four characters whose other bytes are zero.
    private var wideText: RecognizedFile? {
        let zeros = self.bytes.prefix(16).map { $0 == 0 }
        func repeats(_ pattern: [Bool]) -> Bool {
            zeros.count == 16 && zeros.indices.allSatisfy { zeros[$0] == pattern[$0 % pattern.count] }
        }
        if repeats([false, true]) || repeats([true, false]) {
            return .utf16
        }
        return repeats([false, true, true, true]) || repeats([true, true, true, false]) ? .utf32 : nil
    }
}

// Keys.
extension FileProbe {
    private var key: RecognizedFile? {
        if self.contains("PRIVATE KEY-----") {
            return .privateKey
        }
        if self.contains("\"kty\"") {
            // The members of a private or secret JWK (RFC 7518, section 6).
            return self.contains("\"d\"") || self.contains("\"k\"") ? .privateKey : .publicKey
        }
        if self.contains("PUBLIC KEY-----") || self.startsText("ssh-") || self.startsText("ecdsa-sha2-") {
            return .publicKey
        }
        return self.contains("BEGIN CERTIFICATE") || self.contains("BEGIN TRUSTED CERTIFICATE") ? .certificate : nil
    }
}

// Documents with a license in them.
extension FileProbe {
    private var document: RecognizedFile? {
        let text = self.bytes.trimmingBlanks
        switch (text.first, text.last) {
        case (UInt8(ascii: "<"), _):
            let isPage = ["<html", "<!doctype html", "<head", "<body", "<div", "<p>", "<pre"]
                .contains { self.contains($0) }
            return isPage ? .html : .xml
        case (UInt8(ascii: "{"), UInt8(ascii: "}")), (UInt8(ascii: "["), UInt8(ascii: "]")),
            (UInt8(ascii: "\""), UInt8(ascii: "\"")):
            return .json
        default:
            break
        }
        if self.contains("multipart/signed"), self.contains("pkcs7-signature") {
            return .signedMessage
        }
        if self.contains("\nContent-Transfer-Encoding:") {
            return self.contains("\nContent-Transfer-Encoding: quoted-printable") ? .quotedPrintable : .mail
        }
        let isYAML = self.startsText("---\n") || self.startsText("apiVersion:") || self.contains("\napiVersion:")
        return isYAML || self.hasKeyBeforeMarker ? .yaml : nil
    }

    /// Whether the first marker follows a colon on its line, as the value of a member of a YAML document does.
    private var hasKeyBeforeMarker: Bool {
        guard
            let marker = self.bytes.prefix(Self.searchedSize).indices
                .first(where: {
                    self.bytes[$0] == ArmorMarker.begin[0] && self.bytes[$0...].starts(with: ArmorMarker.begin)
                })
        else {
            return false
        }
        let isQuote: (UInt8) -> Bool = {
            $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: " ")
        }
        return self.bytes[..<marker].last { !isQuote($0) } == UInt8(ascii: ":")
    }
}

// Licenses that were changed on the way.
extension FileProbe {
    /// What the line with invalid armor shows about the file.
    private var changedArmor: RecognizedFile? {
        guard let number = self.error.line else {
            return nil
        }
        let line = self.line(number).trimmingBlanks
        if line.starts(with: ">".utf8) || line.starts(with: "&gt;".utf8) {
            return .mailQuoting
        }
        if self.isQuotedPrintable(line, followedBy: self.line(number + 1)) {
            return .quotedPrintable
        }
        let isLookalike = ArmorMarker.isLookalike(line) && !line.starts(with: ArmorMarker.end)
        return isLookalike && !line.starts(with: ArmorMarker.begin) ? .changedMarker : nil
    }

    /// Returns whether a line has an escape of quoted-printable, or ends with `=` and is continued (RFC 2045, section 6.7).
    private func isQuotedPrintable(_ line: ArraySlice<UInt8>, followedBy next: ArraySlice<UInt8>) -> Bool {
        if line.last == UInt8(ascii: "=") {
            return next.first?.isTokenCharacter ?? false && !next.starts(with: ArmorMarker.end)
        }
        return line.indices.contains { index in
            line[index] == UInt8(ascii: "=")
                && line[(index + 1)...].prefix(2).count(where: { $0.hexadecimalDigit != nil }) == 2
        }
    }

    /// A license without armor that is encoded again, wrapped or quoted, or an application code.
    private var encodedText: RecognizedFile? {
        guard self.error.line == nil else {
            return nil
        }
        let text = self.bytes.filter { !($0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0.isLineBreak) }
        if text.count < self.bytes.trimmingBlanks.count, self.isToken(text[...]) {
            return .brokenLines
        }
        if text.contains(UInt8(ascii: "=")), self.isToken(text.filter { $0 != UInt8(ascii: "=") }[...]) {
            return .quotedPrintable
        }
        if text.first == UInt8(ascii: ">"), self.isToken(text.filter { $0 != UInt8(ascii: ">") }[...]) {
            return .mailQuoting
        }
        guard let decoded = Base64.decodePadded(text) ?? Base64.decodeURL(text.span) else {
            return nil
        }
        let inner = FileProbe(bytes: decoded[...], error: self.error)
        if let key = inner.key {
            return key
        }
        if inner.contains("-----BEGIN LICENSE-----") || self.isToken(decoded[...].trimmingBlanks) {
            return .base64
        }
        return inner.document == .json ? .applicationCode : nil
    }

    /// Returns whether a text has the form of a token: three parts in base64url.
    private func isToken(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 3 && parts.allSatisfy { !$0.isEmpty && Base64.decodeURL(Array($0).span) != nil }
    }
}

// Searching.
extension FileProbe {
    /// Returns whether the start of the file contains an ASCII text, in uppercase or lowercase.
    private func contains(_ text: StaticString) -> Bool {
        let start = self.bytes.prefix(Self.searchedSize)
        let span = start.span
        let last = span.count - text.utf8CodeUnitCount
        return last >= 0 && (0...last).contains { span.hasASCII(text, at: $0) }
    }

    /// Returns whether the file starts with an ASCII text, after blanks.
    private func startsText(_ text: StaticString) -> Bool {
        let start = self.bytes.trimmingBlanks
        return start.count >= text.utf8CodeUnitCount && start.span.hasASCII(text, at: 0)
    }

    /// Returns a line of the file by its number, starting at 1, or an empty slice if it has fewer lines.
    private func line(_ number: Int) -> ArraySlice<UInt8> {
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
