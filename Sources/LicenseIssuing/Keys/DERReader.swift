/// Reads elements of DER (X.690) one after another: within bounds, and each length in its one spelling.
///
/// It holds positions alone. Whoever reads hands over the bytes each time, so that a secret stays where it is.
struct DERReader {
    private var rest: Range<Int>

    /// Reads in a part of the bytes, such as the contents of an element.
    init(_ part: Range<Int>) {
        self.rest = part
    }

    /// Whether nothing is left.
    var isAtEnd: Bool {
        self.rest.isEmpty
    }

    /// Whether another element follows, and has the tag.
    func isNext(_ tag: UInt8, in bytes: borrowing Span<UInt8>) -> Bool {
        !self.rest.isEmpty && bytes[self.rest.lowerBound] == tag
    }

    /// Reads the next element.
    ///
    /// - Parameters:
    ///   - tag: The tag that it must have.
    ///   - bytes: All the bytes.
    /// - Returns: Where its contents are, or `nil` where there is no such element. Nothing is read then.
    mutating func read(_ tag: UInt8, in bytes: borrowing Span<UInt8>) -> Range<Int>? {
        guard self.rest.count >= 2, bytes[self.rest.lowerBound] == tag else {
            return nil
        }
        var position = self.rest.lowerBound + 2
        var count = Int(bytes[position - 1])
        if count >= 0x80 {
            // A length of a length: three bytes are more than any key needs.
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

    /// Reads the next element as an INTEGER of 0 or more.
    ///
    /// - Parameter bytes: All the bytes.
    /// - Returns: The number, at most `Int.max`, or `nil` where there is no such element.
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

    /// Reads the next element as a given OBJECT IDENTIFIER.
    ///
    /// - Parameters:
    ///   - contents: The identifier's contents in DER.
    ///   - bytes: All the bytes.
    /// - Returns: Whether the element is there and says that. Nothing is read otherwise.
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
