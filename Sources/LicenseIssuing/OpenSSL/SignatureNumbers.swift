/// The numbers r and s of an elliptic curve's signature, as libcrypto writes them.
enum SignatureNumbers {
    /// Spells `SEQUENCE { INTEGER r, INTEGER s }` as r‖s, each big-endian and of the full size.
    ///
    /// - Parameters:
    ///   - der: The DER, whose lengths are a single byte each, as they are up to P-384.
    ///   - numberSize: The full size of a number.
    /// - Returns: r‖s, or `nil` where the text is anything else.
    static func pair(fromDER der: [UInt8], numberSize: Int) -> [UInt8]? {
        var rest = der[...]
        guard rest.popFirst() == 0x30, let length = rest.popFirst(), Int(length) == rest.count,
            let r = self.integer(&rest, size: numberSize), let s = self.integer(&rest, size: numberSize), rest.isEmpty
        else {
            return nil
        }
        return r + s
    }

    private static func integer(_ rest: inout ArraySlice<UInt8>, size: Int) -> [UInt8]? {
        guard rest.popFirst() == 0x02, let length = rest.popFirst(), length > 0, Int(length) <= rest.count else {
            return nil
        }
        let digits = rest.prefix(Int(length)).drop { $0 == 0 }
        rest = rest.dropFirst(Int(length))
        guard digits.count <= size else {
            return nil
        }
        return [UInt8](repeating: 0, count: size - digits.count) + digits
    }
}
