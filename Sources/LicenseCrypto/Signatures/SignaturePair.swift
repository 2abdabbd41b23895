/// The signature of an elliptic curve: the numbers r and s.
enum SignaturePair {
    /// Spells r‖s in DER, `SEQUENCE { INTEGER r, INTEGER s }`, in the one way that DER has.
    ///
    /// - Parameters:
    ///   - raw: r and s, big-endian, each of the full size.
    ///   - numberSize: That size, at most 62 bytes, for which every length in DER is a single byte.
    /// - Returns: The DER, or `nil` where the text has another length.
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
