/// A text that is provided by mistake instead of a public key, recognized by its PEM labels or its first characters.
struct MistakenKeyText {
    /// The PEM labels at which blocks of the text start, such as `BEGIN RSA PUBLIC KEY`.
    private let labels: [ArraySlice<UInt8>]

    /// The text without the white space at its start.
    private let start: ArraySlice<UInt8>

    /// What a text is if one of its labels has a word.
    private static let labels: [(word: String, text: TrustedKeyError.Text)] = [
        ("REQUEST", .certificateRequest), ("CERTIFICATE", .certificate), ("RSA", .pkcs1), ("PGP", .openPGP),
        ("SSH2", .ssh), ("LICENSE", .license),
    ]

    /// What a text is if it starts with some characters.
    private static let starts: [(characters: String, text: TrustedKeyError.Text)] = [
        ("ssh-", .ssh), ("ecdsa-", .ssh), ("sk-", .ssh), ("eyJ", .license), ("\u{FEFF}", .byteOrderMark), ("[", .array),
        ("<", .webPage),
    ]

    /// Returns the error for a text that is not a public key in a supported form.
    ///
    /// - Parameters:
    ///   - text: The text, which is not too large.
    ///   - general: The error for a text that is not recognized.
    /// - Returns: The error, which contains no part of the text.
    static func error(for text: [UInt8], or general: TrustedKeyError) -> TrustedKeyError {
        let text = MistakenKeyText(text)
        return text.hasLabel("PRIVATE")
            ? TrustedKeyError(.privateKey, .privatePEM)
            : text.kind.map { TrustedKeyError(.malformed, $0) } ?? general
    }

    private init(_ text: [UInt8]) {
        self.labels = text[...].split(separator: UInt8(ascii: "-"))
            .filter { $0.split(separator: UInt8(ascii: " ")).first?.isEqual(to: "BEGIN") ?? false }
        self.start = text.drop { Self.isWhiteSpace($0) }
    }

    private var kind: TrustedKeyError.Text? {
        if let label = Self.labels.first(where: { self.hasLabel($0.word) }) {
            return label.text
        }
        if self.hasLabel("PUBLIC") {
            return self.labels.count > 1 ? .severalKeys : self.hasEscapedLineBreaks ? .escapedLineBreaks : .otherText
        }
        if let start = Self.starts.first(where: { self.start.hasPrefix($0.characters) }) {
            return start.text
        }
        return self.start.isEmpty ? .empty : self.isBase64 ? .base64 : nil
    }

    private func hasLabel(_ word: String) -> Bool {
        self.labels.contains { label in
            label.split(separator: UInt8(ascii: " ")).contains { $0.isEqual(to: word) }
        }
    }

    private var hasEscapedLineBreaks: Bool {
        zip(self.start, self.start.dropFirst()).contains { $0 == UInt8(ascii: "\\") && $1 == UInt8(ascii: "n") }
    }

    /// Whether the text is the base64 of an ASN.1 sequence, which every key is.
    private var isBase64: Bool {
        self.start.first == UInt8(ascii: "M")
            && Base64.decodePadded(self.start.filter { !Self.isWhiteSpace($0) }) != nil
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
    }
}
