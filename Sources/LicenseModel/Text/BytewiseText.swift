/// A text that is compared by its bytes.
///
/// Swift's `String` also calls two spellings of `é` equal.
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
        lhs.string.utf8.lexicographicallyPrecedes(rhs.string.utf8)
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
    /// Whether it has the same bytes as another.
    package func hasBytes(of other: String) -> Bool {
        guard self.utf8.count == other.utf8.count else {
            return false
        }
        var (lhs, rhs) = (self, other)
        return lhs.withUTF8 { lhs in
            rhs.withUTF8 { rhs in
                unsafe lhs.elementsEqual(rhs)
            }
        }
    }
}
