/// The SHA-256 of a licence's payload, the bytes that were signed and read.
///
/// It tells two licences of one id apart, where the signature cannot: an ECDSA signature can be altered and stay valid.
public struct PayloadDigest: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The digest's 32 bytes.
    public let bytes: [UInt8]

    /// Takes the 32 bytes of a SHA-256.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The digest in lower-case hexadecimal, 64 characters.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        let text = self.bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0x0F)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// Orders digests by their bytes.
    ///
    /// - Parameters:
    ///   - lhs: A digest.
    ///   - rhs: Another digest.
    /// - Returns: Whether `lhs` comes first.
    public static func < (lhs: PayloadDigest, rhs: PayloadDigest) -> Bool {
        lhs.bytes.lexicographicallyPrecedes(rhs.bytes)
    }
}
