/// The SHA-256 digest of a license's decoded payload.
///
/// It distinguishes licenses that have the same ID. A signature cannot do that, because an ECDSA signature can be
/// altered and remain valid.
public struct PayloadDigest: Sendable, CustomStringConvertible {
    /// The digest as four big-endian numbers, which sort in the order of the bytes.
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// Creates a digest from the 32 bytes of a SHA-256 hash.
    ///
    /// Missing bytes are set to 0, and bytes after the first 32 are ignored.
    package init(_ bytes: [UInt8]) {
        var words: [UInt64] = [0, 0, 0, 0]
        for (index, byte) in bytes.prefix(32).enumerated() {
            words[index / 8] |= UInt64(byte) << UInt64(56 - 8 * (index % 8))
        }
        self.words = (words[0], words[1], words[2], words[3])
    }

    /// The 32 bytes of the digest.
    public var bytes: [UInt8] {
        [self.words.0, self.words.1, self.words.2, self.words.3]
            .flatMap { word in
                (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) }
            }
    }

    /// The first 8 bytes of the digest, which serve as its hash value in tables.
    package var prefix: UInt64 {
        self.words.0
    }

    /// The digest as 64 lowercase hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        let text = self.bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0x0F)]] }
        return String(decoding: text, as: UTF8.self)
    }
}

extension PayloadDigest: Hashable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public static func == (lhs: PayloadDigest, rhs: PayloadDigest) -> Bool {
        lhs.words == rhs.words
    }

    /// Orders two digests by their bytes.
    package static func < (lhs: PayloadDigest, rhs: PayloadDigest) -> Bool {
        lhs.words < rhs.words
    }

    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public func hash(into hasher: inout Hasher) {
        // Any 8 bytes of a SHA-256 are as evenly distributed as all of them.
        hasher.combine(self.words.0)
    }
}

extension PayloadDigest: Codable {
    /// Decodes a digest from 64 lowercase hexadecimal digits.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the value is anything else.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = Array(try container.decode(String.self).utf8)
        let digits = Array("0123456789abcdef".utf8)
        let values = text.compactMap { digits.firstIndex(of: $0).map(UInt8.init) }
        guard text.count == 64, values.count == 64 else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "A digest is not 64 lowercase hexadecimal digits"
            )
        }
        self.init((0..<32).map { values[2 * $0] << 4 | values[2 * $0 + 1] })
    }

    /// Encodes the digest as 64 lowercase hexadecimal digits.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self.description)
    }
}
