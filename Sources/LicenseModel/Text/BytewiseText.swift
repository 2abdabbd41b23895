/// A string that is compared and hashed by its UTF-8 bytes.
///
/// `String` compares by canonical equivalence, so it considers the composed and the decomposed `é` equal.
package struct BytewiseText: Sendable {
    package let string: String

    package init(_ string: String) {
        self.string = string
    }
}

extension BytewiseText: Hashable, Comparable {
    package static func == (lhs: BytewiseText, rhs: BytewiseText) -> Bool {
        lhs.string.hasBytes(of: rhs.string)
    }

    package static func < (lhs: BytewiseText, rhs: BytewiseText) -> Bool {
        var (lhs, rhs) = (lhs.string, rhs.string)
        return lhs.withUTF8 { lhs in
            rhs.withUTF8 { rhs in
                unsafe lhs.lexicographicallyPrecedes(rhs)
            }
        }
    }

    package func hash(into hasher: inout Hasher) {
        var string = self.string
        string.withUTF8 { bytes in
            unsafe hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
        }
        hasher.combine(UInt8(0xFF))
    }
}

extension String {
    /// Returns whether this string has the same UTF-8 bytes as another string.
    package func hasBytes(of other: String) -> Bool {
        var (lhs, rhs) = (self, other)
        return lhs.withUTF8 { lhs in
            rhs.withUTF8 { rhs in
                unsafe UnsafeRawBufferPointer(lhs).hasBytes(of: UnsafeRawBufferPointer(rhs))
            }
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Returns whether this buffer has the same bytes as another buffer.
    ///
    /// It compares eight bytes at a time, because every evaluation compares the names of customers.
    fileprivate func hasBytes(of other: UnsafeRawBufferPointer) -> Bool {
        guard self.count == other.count else {
            return false
        }
        var offset = 0
        while offset + 8 <= self.count {
            guard
                unsafe self.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                    == other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            else {
                return false
            }
            offset += 8
        }
        while offset < self.count {
            guard unsafe self[offset] == other[offset] else {
                return false
            }
            offset += 1
        }
        return true
    }
}
