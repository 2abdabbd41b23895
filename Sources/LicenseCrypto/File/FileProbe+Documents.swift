import LicenseModel

// Documents with a license in them.
extension FileProbe {
    var markup: RecognizedFile? {
        let text = self.bytes.trimmingBlanks
        let second = text.dropFirst().first { !$0.isBlank } ?? 0
        switch (text.first, text.last) {
        case (UInt8(ascii: "<"), let last):
            let isPage = ["<html", "<!doctype html", "<head", "<body", "<div", "<p>", "<pre"]
                .contains { self.contains($0) }
            return isPage ? .html : last == UInt8(ascii: ">") || self.startsText("<?xml") ? .xml : nil
        // Not RTF, a placeholder in braces or an INI file.
        case (UInt8(ascii: "{"), UInt8(ascii: "}")) where "\"}".utf8.contains(second),
            (UInt8(ascii: "["), UInt8(ascii: "]")) where "{[\"]-0123456789".utf8.contains(second),
            (UInt8(ascii: "\""), UInt8(ascii: "\"")):
            return .json
        default:
            return nil
        }
    }

    var message: RecognizedFile? {
        // A mail server adds these to a message.
        let isReceived = self.contains("Message-ID:") || self.contains("\nReceived:")
        if !isReceived, self.contains("multipart/signed"), self.contains("pkcs7-signature") {
            return .signedMessage
        }
        if self.contains("\nContent-Transfer-Encoding:") {
            let isEncoded = self.error.line == nil && self.contains("\nContent-Transfer-Encoding: quoted-printable")
            return isEncoded ? .quotedPrintable : .mail
        }
        return nil
    }

    var yaml: RecognizedFile? {
        let isYAML =
            self.startsText("---\n") || self.startsText("---\r\n") || self.startsText("apiVersion:")
            || self.contains("\napiVersion:")
        return isYAML || self.hasKeyBeforeMarker ? .yaml : nil
    }

    /// Whether the first marker follows a colon on its line, as the value of a member of a YAML document does.
    var hasKeyBeforeMarker: Bool {
        guard
            let marker = self.bytes.indices
                .first(where: {
                    self.bytes[$0] == ArmorMarker.begin[0] && self.bytes[$0...].hasPrefix(ArmorMarker.begin)
                })
        else {
            return false
        }
        let isQuote: (UInt8) -> Bool = {
            $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: " ")
        }
        let before = self.bytes[..<marker]
        let line = before[(before.lastIndex(where: \.isLineBreak).map { $0 + 1 } ?? before.startIndex)...]
        guard let colon = line.lastIndex(where: { !isQuote($0) }), line[colon] == UInt8(ascii: ":") else {
            return false
        }
        // A key is one word. Other words before a license are no YAML.
        let words = line[..<colon].split(separator: UInt8(ascii: " ")).filter { !$0.isEqual(to: "-") }
        return words.count == 1
    }
}
