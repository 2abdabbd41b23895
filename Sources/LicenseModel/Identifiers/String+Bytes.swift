extension String {
    /// Whether it has the same bytes as another.
    ///
    /// Swift's `==` would also call two spellings of `é` equal. Eight bytes at a time: an evaluation compares names of all
    /// its licences.
    package func hasBytes(of other: String) -> Bool {
        guard self.utf8.count == other.utf8.count else {
            return false
        }
        let isEqual = unsafe self.utf8.withContiguousStorageIfAvailable { bytes in
            unsafe other.utf8.withContiguousStorageIfAvailable { others in
                let (bytes, others) = (UnsafeRawBufferPointer(bytes), UnsafeRawBufferPointer(others))
                var offset = 0
                while offset + 8 <= bytes.count {
                    let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                    guard unsafe others.loadUnaligned(fromByteOffset: offset, as: UInt64.self) == word else {
                        return false
                    }
                    offset += 8
                }
                while offset < bytes.count {
                    guard unsafe bytes[offset] == others[offset] else {
                        return false
                    }
                    offset += 1
                }
                return true
            }
        }
        return (isEqual ?? nil) ?? self.utf8.elementsEqual(other.utf8)
    }
}
