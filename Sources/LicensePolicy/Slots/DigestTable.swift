import LicenseModel

/// Which licenses of a list were there before.
///
/// A digest's own bits are as good as a hash of it, and take no time: only an issuer could choose some that collide.
/// A `Set` would take a 10,000-license evaluation past 300 ns a license, which is the bar of `Tests/Benchmarks`.
struct DigestTable {
    /// Places in the list plus 1; 0 where there is none.
    private var places: [Int32]

    /// An empty table.
    ///
    /// - Parameter capacity: How many licenses will be in it at most.
    init(capacity: Int) {
        // A power of two, at least half of it empty.
        self.places = Array(repeating: 0, count: 1 << (Int.bitWidth - (2 * capacity).leadingZeroBitCount))
    }

    /// Puts the digest of a license of a list into the table.
    ///
    /// - Returns: Whether it is new.
    mutating func insert(_ digest: PayloadDigest, at index: Int, of licenses: [License]) -> Bool {
        let mask = self.places.count - 1
        var slot = Int(truncatingIfNeeded: digest.prefix) & mask
        while self.places[slot] != 0 {
            guard licenses[Int(self.places[slot]) - 1].payloadDigest != digest else {
                return false
            }
            slot = (slot + 1) & mask
        }
        self.places[slot] = Int32(index + 1)
        return true
    }
}
