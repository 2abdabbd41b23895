import LicenseModel

/// A hash table that detects duplicate licenses in a list.
///
/// It uses the bits of the digest as the hash, which costs nothing: only an issuer could choose digests that collide.
/// A `Set` would hash each digest again, and store a copy of it.
struct DigestTable {
    /// The index of a license in the list plus 1 for each bucket, or 0 if the bucket is empty.
    private var buckets: [Int32]

    /// Creates an empty table with a fixed capacity.
    ///
    /// - Parameter capacity: The maximum number of licenses in the table.
    init(capacity: Int) {
        // A power of two that leaves at least half of the buckets empty.
        self.buckets = Array(repeating: 0, count: 1 << (Int.bitWidth - (2 * capacity).leadingZeroBitCount))
    }

    /// Inserts the digest of a license unless the table has it already.
    ///
    /// - Parameters:
    ///   - digest: The digest of the license's payload.
    ///   - index: The index of the license in the list.
    ///   - licenses: The list, which must be the same for all insertions.
    /// - Returns: Whether the digest was inserted.
    mutating func insert(_ digest: PayloadDigest, at index: Int, of licenses: [License]) -> Bool {
        let mask = self.buckets.count - 1
        var bucket = Int(truncatingIfNeeded: digest.prefix) & mask
        while self.buckets[bucket] != 0 {
            guard licenses[Int(self.buckets[bucket]) - 1].payloadDigest != digest else {
                return false
            }
            bucket = (bucket + 1) & mask
        }
        self.buckets[bucket] = Int32(index + 1)
        return true
    }
}
