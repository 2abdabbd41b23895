/// Reads consecutive DER elements (X.690) with bounds checks, and requires each length in its shortest form.
///
/// A reader stores only positions. The caller passes the bytes to each method, so a secret is never copied.
struct DERReader {
    private var rest: Range<Int>

    /// Creates a reader for a range of the bytes, such as the contents of an element.
    init(_ part: Range<Int>) {
        self.rest = part
    }

    /// Whether the reader has read all elements.
    var isAtEnd: Bool {
        self.rest.isEmpty
    }

    /// Returns whether another element follows and has the given tag.
    func isNext(_ tag: UInt8, in bytes: borrowing Span<UInt8>) -> Bool {
        !self.rest.isEmpty && bytes[self.rest.lowerBound] == tag
    }

    /// Reads the next element, which must have the given tag.
    ///
    /// - Parameters:
    ///   - tag: The expected tag.
    ///   - bytes: All bytes that the reader's positions refer to.
    /// - Returns: The range of the element's contents, or `nil` if the next element is missing, invalid or has another
    ///   tag. The reader's position then does not change.
    mutating func read(_ tag: UInt8, in bytes: borrowing Span<UInt8>) -> Range<Int>? {
        guard self.rest.count >= 2, bytes[self.rest.lowerBound] == tag else {
            return nil
        }
        var position = self.rest.lowerBound + 2
        var count = Int(bytes[position - 1])
        if count >= 0x80 {
            // The long form. Three bytes for the length are more than any key needs.
            let digits = count - 0x80
            guard (1...3).contains(digits), self.rest.upperBound - position >= digits else {
                return nil
            }
            count = 0
            for index in position..<position + digits {
                count = count << 8 | Int(bytes[index])
            }
            guard count >= 0x80, count >> (8 * (digits - 1)) > 0 else {
                return nil
            }
            position += digits
        }
        guard self.rest.upperBound - position >= count else {
            return nil
        }
        self.rest = position + count..<self.rest.upperBound
        return position..<position + count
    }

    /// Reads the next element, which must be a nonnegative INTEGER.
    ///
    /// - Parameter bytes: All bytes that the reader's positions refer to.
    /// - Returns: The number, or `Int.max` if it is too large for an `Int`, or `nil` if the next element is not a
    ///   nonnegative INTEGER.
    mutating func readInteger(in bytes: borrowing Span<UInt8>) -> Int? {
        guard let digits = self.read(0x02, in: bytes), !digits.isEmpty, bytes[digits.lowerBound] < 0x80,
            digits.count == 1 || bytes[digits.lowerBound] != 0 || bytes[digits.lowerBound + 1] >= 0x80
        else {
            return nil
        }
        var number = 0
        for index in digits {
            guard number <= Int.max >> 8 else {
                return .max
            }
            number = number << 8 | Int(bytes[index])
        }
        return number
    }

    /// Reads the next element if it is the given OBJECT IDENTIFIER.
    ///
    /// - Parameters:
    ///   - contents: The contents of the identifier in DER.
    ///   - bytes: All bytes that the reader's positions refer to.
    /// - Returns: Whether the next element is that identifier. If not, the reader's position does not change.
    mutating func readIdentifier(_ contents: [UInt8], in bytes: borrowing Span<UInt8>) -> Bool {
        var reader = self
        guard let found = reader.read(0x06, in: bytes), found.count == contents.count else {
            return false
        }
        for (index, byte) in contents.enumerated() where bytes[found.lowerBound + index] != byte {
            return false
        }
        self = reader
        return true
    }
}
