/// The DER encoding of an elliptic curve signature, which consists of the integers r and s.
enum SignaturePair {
    /// Encodes r‖s as the DER of `SEQUENCE { INTEGER r, INTEGER s }`.
    ///
    /// - Parameters:
    ///   - raw: The signature: r and s, big-endian, each padded to `numberSize` bytes.
    ///   - numberSize: The size of each integer in bytes, at most 60, so that each DER length fits in a single byte.
    /// - Returns: The DER encoding, or `nil` if `raw` does not have twice `numberSize` bytes.
    static func der(_ raw: [UInt8], numberSize: Int) -> [UInt8]? {
        guard raw.count == 2 * numberSize else {
            return nil
        }
        let content = self.integer(raw[..<numberSize]) + self.integer(raw[numberSize...])
        return [0x30, UInt8(content.count)] + content
    }

    private static func integer(_ number: ArraySlice<UInt8>) -> [UInt8] {
        var digits = Array(number.drop { $0 == 0 })
        if digits.first.map({ $0 >= 0x80 }) ?? true {
            digits.insert(0, at: 0)
        }
        return [0x02, UInt8(digits.count)] + digits
    }
}
