package import LicenseModel

/// A check of what a refused file is instead of a license.
///
/// It looks at the bytes of a file that is already refused, to explain the refusal. It never makes a license of them.
package struct FileProbe {
    /// The file without its byte order mark, of which the verifier read at most 256 KiB and a byte.
    let bytes: ArraySlice<UInt8>

    /// The error with which the verifier refuses the file.
    let error: LicenseError

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
        let start = contents[...].hasPrefix("\u{FEFF}") ? 3 : 0
        // The start of a file above the size limit shows what it is.
        let end = contents.count > LicenseText.maximumSize ? 16 * 1_024 : contents.count
        let probe = FileProbe(bytes: contents[start..<end], error: error)
        return probe.binary ?? probe.privateKey ?? probe.publicKey ?? probe.markup ?? probe.quotedLine ?? probe.message
            ?? probe.yaml ?? probe.changedMarker ?? probe.encodedText
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

    var binary: RecognizedFile? {
        if self.bytes.allSatisfy({ $0 == 0 || $0.isBlank }) {
            return .empty
        }
        let signature = Self.signatures.first { self.bytes.hasPrefix($0.bytes) }
        if let file = signature?.file ?? self.wideText {
            return (file == .utf16 || file == .utf32) && self.isWidePrivateKey ? .privateKey : file
        }
        return self.bytes.dropFirst(257).hasPrefix("ustar") ? .tar : nil
    }

    /// Whether the file is text in UTF-16 or UTF-32 with a private key in it.
    var isWidePrivateKey: Bool {
        let narrow = self.bytes.filter { $0 != 0 }
        return FileProbe(bytes: narrow[...], error: self.error).privateKey != nil
    }

    /// UTF-16 or UTF-32 without a byte order mark: four characters whose other bytes are zero.
    var wideText: RecognizedFile? {
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
    var privateKey: RecognizedFile? {
        // The members of a private or secret JWK (RFC 7518, section 6).
        let isPrivate =
            self.contains("PRIVATE KEY-----") || self.contains("PRIVATE KEY BLOCK-----")
            || self.contains("\"kty\"") && (self.hasMember("\"d\"") || self.hasMember("\"k\""))
        return isPrivate ? .privateKey : nil
    }

    /// A public key or a certificate, unless armor shows that the file has a license as well.
    var publicKey: RecognizedFile? {
        guard self.error.line == nil else {
            return nil
        }
        if self.contains("\"kty\"") || self.contains("PUBLIC KEY-----") || self.startsText("ssh-")
            || self.startsText("ecdsa-sha2-")
        {
            return .publicKey
        }
        return self.contains("BEGIN CERTIFICATE") || self.contains("BEGIN TRUSTED CERTIFICATE") ? .certificate : nil
    }
}
