import LicenseCrypto

/// SHA-256 digests, which detect damage but no intent: whoever can write a file can also compute its digest.
enum Checksum {
    /// Returns the SHA-256 digest of bytes, or `nil` if libcrypto cannot compute it.
    static func digest(of bytes: [UInt8]) -> [UInt8]? {
        CryptoLibrary.shared(.isolated)?.sha256(bytes)
    }

    /// Returns a line of text followed by a line with its digest.
    static func protecting(_ line: [UInt8]) -> [UInt8]? {
        self.digest(of: line).map { line + [0x0A] + Array(Base64.encodeURL($0).utf8) + [0x0A] }
    }

    /// Returns the line whose digest the second line has, or `nil` if the text is damaged.
    static func protected(_ text: [UInt8]) -> [UInt8]? {
        guard let end = text.firstIndex(of: 0x0A) else {
            return nil
        }
        let line = Array(text[..<end])
        return self.protecting(line) == text ? line : nil
    }
}
