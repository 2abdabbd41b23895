/// The SHA-256 of a license's payload, the bytes that were signed and read.
///
/// It tells two licenses of one id apart, where the signature cannot: an ECDSA signature can be altered and stay valid.
public struct PayloadDigest: Sendable, CustomStringConvertible {
    /// The digest's 32 bytes, as numbers whose order is theirs.
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// Takes the 32 bytes of a SHA-256.
    ///
    /// Bytes that are missing count as 0, and more than 32 are left out.
    package init(_ bytes: [UInt8]) {
        var words: [UInt64] = [0, 0, 0, 0]
        for (place, byte) in bytes.prefix(32).enumerated() {
            words[place / 8] |= UInt64(byte) << UInt64(56 - 8 * (place % 8))
        }
        self.words = (words[0], words[1], words[2], words[3])
    }

    /// The digest's 32 bytes.
    public var bytes: [UInt8] {
        [self.words.0, self.words.1, self.words.2, self.words.3]
            .flatMap { word in
                (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) }
            }
    }

    /// The digest's first 8 bytes, which tell digests apart as well as a hash of them does.
    package var prefix: UInt64 {
        self.words.0
    }

    /// The digest in lower-case hexadecimal, 64 characters.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        let text = self.bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0x0F)]] }
        return String(decoding: text, as: UTF8.self)
    }
}

extension PayloadDigest: Hashable, Comparable {
    /// Compares two digests.
    ///
    /// - Parameters:
    ///   - lhs: A digest.
    ///   - rhs: Another digest.
    /// - Returns: Whether they are equal.
    public static func == (lhs: PayloadDigest, rhs: PayloadDigest) -> Bool {
        lhs.words == rhs.words
    }

    /// Orders digests by their bytes.
    ///
    /// - Parameters:
    ///   - lhs: A digest.
    ///   - rhs: Another digest.
    /// - Returns: Whether `lhs` comes first.
    public static func < (lhs: PayloadDigest, rhs: PayloadDigest) -> Bool {
        lhs.words < rhs.words
    }

    /// Feeds a part of the digest to a hasher, which is as good as all of it.
    ///
    /// - Parameter hasher: The hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(self.words.0)
    }
}

extension PayloadDigest: Codable {
    /// Reads a digest as a report writes it: 64 characters of lower-case hexadecimal.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` if the text is anything else.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = Array(try container.decode(String.self).utf8)
        let digits = Array("0123456789abcdef".utf8)
        let values = text.compactMap { digits.firstIndex(of: $0).map(UInt8.init) }
        guard text.count == 64, values.count == 64 else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "A digest is not 64 hexadecimal characters"
            )
        }
        self.init((0..<32).map { values[2 * $0] << 4 | values[2 * $0 + 1] })
    }

    /// Writes the digest in lower-case hexadecimal.
    ///
    /// - Parameter encoder: The encoder.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self.description)
    }
}
