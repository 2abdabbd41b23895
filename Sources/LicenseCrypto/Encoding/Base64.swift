/// Canonical base64 coding, in which each sequence of bytes has exactly one encoding.
///
/// Decoding refuses characters outside the alphabet, wrong padding, and unused bits that are not zero. Foundation's
/// decoder accepts several encodings of the same bytes.
package enum Base64 {
    /// Decodes base64url without padding (RFC 7515, section 2).
    ///
    /// - Parameter text: The encoded text.
    /// - Returns: The bytes, or `nil` if the text is not their canonical encoding.
    package static func decodeURL(_ text: Span<UInt8>) -> [UInt8]? {
        self.decode(text, count: text.count, values: self.urlValues)
    }

    /// Decodes base64url without padding (RFC 7515, section 2).
    ///
    /// - Parameter text: The encoded text.
    /// - Returns: The bytes, or `nil` if the text is not their canonical encoding.
    package static func decodeURL(_ text: String) -> [UInt8]? {
        self.decodeURL(Array(text.utf8).span)
    }

    /// Decodes base64 with padding (RFC 4648, section 4).
    ///
    /// - Parameter text: The encoded text.
    /// - Returns: The bytes, or `nil` if the text is not their canonical encoding.
    package static func decodePadded(_ text: [UInt8]) -> [UInt8]? {
        let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
        guard text.count % 4 == 0 else {
            return nil
        }
        return self.decode(text.span, count: text.count - padding, values: self.values)
    }

    /// Encodes bytes as base64url without padding (RFC 7515, section 2).
    ///
    /// - Parameter bytes: The bytes to encode.
    /// - Returns: The encoded text.
    package static func encodeURL(_ bytes: [UInt8]) -> String {
        String(decoding: self.encodedURL(bytes), as: UTF8.self)
    }

    /// Encodes bytes as base64url without padding, leaving no other copy of the text.
    ///
    /// - Parameter bytes: The bytes to encode.
    /// - Returns: The bytes of the encoded text.
    package static func encodedURL(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count * 4 + 2) / 3)
        var bits: UInt32 = 0
        var bitCount = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            bitCount += 8
            while bitCount >= 6 {
                bitCount -= 6
                text.append(self.urlAlphabet[Int(bits >> UInt32(bitCount) & 0x3F)])
            }
        }
        if bitCount > 0 {
            text.append(self.urlAlphabet[Int(bits << UInt32(6 - bitCount) & 0x3F)])
        }
        return text
    }

    private static let common = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
    private static let urlAlphabet = Base64.common + Array("-_".utf8)
    private static let urlValues = Base64.valueTable(Base64.urlAlphabet)
    private static let values = Base64.valueTable(Base64.common + Array("+/".utf8))

    /// Returns a table of the value of each byte, which is 0xFF for bytes outside the alphabet.
    private static func valueTable(_ alphabet: [UInt8]) -> [UInt8] {
        var table = [UInt8](repeating: 0xFF, count: 256)
        for (value, character) in alphabet.enumerated() {
            table[Int(character)] = UInt8(value)
        }
        return table
    }

    private static func decode(_ text: Span<UInt8>, count: Int, values: [UInt8]) -> [UInt8]? {
        let remainder = count % 4
        guard remainder != 1 else {
            return nil
        }
        let table = values.span
        // Skip bounds checks in the loop: positions are less than `count`, and the table has an entry for every byte.
        func value(at position: Int) -> UInt8 {
            unsafe table[unchecked: Int(text[unchecked: position])]
        }
        let byteCount = count / 4 * 3 + (remainder == 0 ? 0 : remainder - 1)
        var isValid = true
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, written in
            // The bitwise OR of all values is 64 or more if any character was outside the alphabet.
            var seen: UInt8 = 0
            var position = 0
            while position + 4 <= count {
                let (first, second) = (value(at: position), value(at: position + 1))
                let (third, fourth) = (value(at: position + 2), value(at: position + 3))
                seen |= first | second | third | fourth
                unsafe buffer[written] = first << 2 | second >> 4
                unsafe buffer[written + 1] = second << 4 | third >> 2
                unsafe buffer[written + 2] = third << 6 | fourth
                written += 3
                position += 4
            }
            var unused: UInt8 = 0
            if remainder >= 2 {
                let (first, second) = (value(at: position), value(at: position + 1))
                seen |= first | second
                unsafe buffer[written] = first << 2 | second >> 4
                written += 1
                unused = second & 0x0F
                if remainder == 3 {
                    let third = value(at: position + 2)
                    seen |= third
                    unsafe buffer[written] = second << 4 | third >> 2
                    written += 1
                    unused = third & 0x03
                }
            }
            isValid = seen < 64 && unused == 0
        }
        return isValid ? bytes : nil
    }
}
