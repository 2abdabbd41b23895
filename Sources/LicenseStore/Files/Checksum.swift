import LicenseCrypto
import LicenseNodeKey

/// SHA-256 digests, which detect damage but no intent: whoever can write a file can also compute its digest.
enum Checksum {
    /// Returns the SHA-256 digest of bytes, or `nil` if libcrypto cannot compute it.
    static func digest(of bytes: [UInt8]) -> [UInt8]? {
        CryptoLibrary.shared(.isolated)?.sha256(bytes)
    }

    /// Returns lines of text followed by a line with their digest.
    static func protecting(_ lines: [UInt8]) -> [UInt8]? {
        self.digest(of: lines).map { lines + [0x0A] + Array(Base64.encodeURL($0).utf8) + [0x0A] }
    }

    /// Returns the lines whose digest the last line has, or `nil` if the text is damaged.
    static func protected(_ text: [UInt8]) -> [UInt8]? {
        guard let end = text.dropLast().lastIndex(of: 0x0A) else {
            return nil
        }
        let lines = Array(text[..<end])
        return self.protecting(lines) == text ? lines : nil
    }

    /// Returns one line of JSON for each value, followed by a line with their digest.
    ///
    /// A document of its own for each value has no limit on their number.
    static func protecting(_ values: [JSONText]) -> [UInt8]? {
        self.protecting(Array(values.map(\.bytes).joined(separator: [0x0A])))
    }

    /// Returns the JSON object in each line, or `nil` if the text is damaged.
    static func protectedObjects(_ text: [UInt8]) -> [StrictJSON]? {
        guard let lines = self.protected(text) else {
            return nil
        }
        let documents = lines.split(separator: 0x0A).map { try? StrictJSON(Array($0)) }
        return documents.contains { $0 == nil } ? nil : documents.compactMap(\.self)
    }
}
