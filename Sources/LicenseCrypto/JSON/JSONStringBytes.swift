/// The UTF-8 bytes of a scanned string or name, with its escapes resolved.
///
/// The scanner has validated every escape, so iteration cannot fail.
struct JSONStringBytes: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private let end: Int
    private var position: Int
    /// The remaining bytes of an escaped scalar of more than one byte, with the next byte in the lowest bits.
    private var pending: UInt32 = 0

    init(_ bytes: [UInt8], _ node: JSONNode) {
        self.bytes = bytes
        self.position = Int(node.start)
        self.end = Int(node.end)
    }

    /// Returns a hash of a scanned string or name, for finding duplicate names.
    ///
    /// A random key for each process prevents attackers from choosing names that collide. With colliding names, the
    /// scanner would compare each name with all others of its object.
    static func hash(_ bytes: [UInt8], _ node: JSONNode) -> UInt32 {
        if node.hasEscapes {
            unsafe Array(JSONStringBytes(bytes, node)).withUnsafeBytes { unsafe self.hash($0) }
        } else {
            unsafe bytes.withUnsafeBytes { unsafe self.hash($0[Int(node.start)..<Int(node.end)]) }
        }
    }

    /// Returns a hash that mixes eight bytes at a time by a folded multiplication with the random key.
    ///
    /// Swift's `Hasher` is keyed too, but takes several times as long for short names.
    private static func hash(_ text: Slice<UnsafeRawBufferPointer>) -> UInt32 {
        unsafe self.hash(UnsafeRawBufferPointer(rebasing: text))
    }

    private static func hash(_ text: UnsafeRawBufferPointer) -> UInt32 {
        let (start, factor) = self.key
        var hash = start ^ UInt64(text.count)
        func mix(_ word: UInt64) {
            let product = (hash ^ word).multipliedFullWidth(by: factor)
            hash = product.high ^ product.low
        }
        var position = 0
        while position + 8 <= text.count {
            mix(unsafe text.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            position += 8
        }
        var rest: UInt64 = 0
        while position < text.count {
            rest = unsafe rest << 8 | UInt64(text[position])
            position += 1
        }
        mix(rest)
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }

    private static let key = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max) | 1)

    mutating func next() -> UInt8? {
        if self.pending != 0 {
            let byte = UInt8(truncatingIfNeeded: self.pending)
            self.pending >>= 8
            return byte
        }
        guard self.position < self.end else {
            return nil
        }
        let byte = self.bytes[self.position]
        self.position += 1
        guard byte == UInt8(ascii: "\\") else {
            return byte
        }
        return self.resolveEscape()
    }

    private mutating func resolveEscape() -> UInt8 {
        let letter = self.bytes[self.position]
        self.position += 1
        switch letter {
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "u"): break
        default: return letter
        }
        var scalar = self.hexadecimalUnit()
        if (0xD800...0xDBFF).contains(scalar) {
            self.position += 2
            scalar = 0x1_0000 + (scalar - 0xD800) << 10 + (self.hexadecimalUnit() - 0xDC00)
        }
        switch scalar {
        case 0..<0x80:
            return UInt8(scalar)
        case 0x80..<0x800:
            self.pending = Self.continuation(scalar)
            return UInt8(0xC0 | scalar >> 6)
        case 0x800..<0x1_0000:
            self.pending = Self.continuation(scalar >> 6) | Self.continuation(scalar) << 8
            return UInt8(0xE0 | scalar >> 12)
        default:
            self.pending =
                Self.continuation(scalar >> 12) | Self.continuation(scalar >> 6) << 8
                | Self.continuation(scalar) << 16
            return UInt8(0xF0 | scalar >> 18)
        }
    }

    private mutating func hexadecimalUnit() -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            unit = unit << 4 | UInt32(self.bytes[self.position].hexadecimalDigit ?? 0)
            self.position += 1
        }
        return unit
    }

    private static func continuation(_ bits: UInt32) -> UInt32 {
        0x80 | bits & 0x3F
    }
}
