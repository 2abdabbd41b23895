extension ArraySlice<UInt8> {
    /// Returns whether the bytes start with others.
    ///
    /// Unlike `starts(with:)`, it is not generic, so that a program contains it once.
    func hasPrefix(_ prefix: [UInt8]) -> Bool {
        guard prefix.count <= self.count else {
            return false
        }
        for offset in prefix.indices where self[self.startIndex + offset] != prefix[offset] {
            return false
        }
        return true
    }

    /// Returns whether the bytes start with those of a text.
    @inline(never)
    func hasPrefix(_ text: String) -> Bool {
        self.hasPrefix(Array(text.utf8))
    }

    /// Returns whether the bytes are those of a text.
    @inline(never)
    func isEqual(to text: String) -> Bool {
        self.count == text.utf8.count && self.hasPrefix(text)
    }
}
