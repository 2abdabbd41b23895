import LicenseModel

/// Access to the readers of the platform's license files for the fuzzing and benchmark packages.
@_spi(Fuzzing) public enum VendorFileProbe {
    /// An element of DER: its tag, and the numbers of its bytes and of its contents' bytes.
    public typealias Element = (tag: UInt8, range: Range<Int>, contents: Range<Int>)

    /// Reads all elements of a DER text, and those inside constructed ones, which the reader does not enter by itself.
    ///
    /// - Parameter bytes: The text.
    /// - Returns: The elements in the order of their starts, or `nil` if the reader refuses one.
    public static func elements(_ bytes: [UInt8]) -> [Element]? {
        var elements: [Element] = []
        var open = [DERReader(bytes, bytes.indices)]
        while var reader = open.popLast() {
            guard !reader.isAtEnd else {
                continue
            }
            guard let next = try? reader.read() else {
                return nil
            }
            elements.append((next.tag, next.range, next.contents))
            open.append(reader)
            // The constructed encoding (X.690, section 8.1.2.5).
            if next.tag & 0x20 != 0 {
                open.append(DERReader(bytes, next.contents))
            }
        }
        return elements
    }

    /// Returns whether the reader accepts the form of the signature in a license file.
    ///
    /// - Parameter bytes: The signature in DER.
    /// - Returns: `true` if the signature has every part that the reader needs, whoever made it.
    public static func isSignedData(_ bytes: [UInt8]) -> Bool {
        (try? SignedData(bytes)) != nil
    }
}
