/// A digest of 32 bytes of a license's content, which is the same in every run: FNV-1a, extended to four numbers.
struct ContentDigest {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ texts: String?...) {
        for text in texts {
            for byte in (text ?? "-").utf8 {
                self.mix(UInt64(byte))
            }
            self.mix(0xFF)
        }
    }

    mutating func add(_ numbers: Int64?...) {
        for number in numbers {
            self.mix(UInt64(bitPattern: number ?? .min))
        }
    }

    var bytes: [UInt8] {
        var hasher = self
        var bytes: [UInt8] = []
        for number: UInt64 in 1...4 {
            hasher.mix(number)
            withUnsafeBytes(of: hasher.hash.littleEndian) { bytes += $0 }
        }
        return bytes
    }

    private mutating func mix(_ value: UInt64) {
        self.hash = (self.hash ^ value) &* 0x0000_0100_0000_01B3
        // Without this shift, the upper bits of a number would change only the upper bits of the hash.
        self.hash ^= self.hash >> 29
    }
}
