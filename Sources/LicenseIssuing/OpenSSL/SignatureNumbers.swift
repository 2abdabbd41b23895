/// Converts elliptic curve signatures from libcrypto's DER to the concatenation r‖s.
enum SignatureNumbers {
    /// Converts `SEQUENCE { INTEGER r, INTEGER s }` to r‖s, with both numbers big-endian and of the same size.
    ///
    /// - Parameters:
    ///   - der: The signature in DER. Each length must be a single byte, which is the case up to P-384.
    ///   - numberSize: The size in bytes of each number in the result.
    /// - Returns: r‖s, or `nil` if the encoding is invalid or a number does not fit.
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
