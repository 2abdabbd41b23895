import LicenseModel

/// Reads consecutive DER elements (X.690) as ranges of the bytes, with bounds checks.
///
/// Each length must be in its shortest form (X.690, section 10.1), and the tag must be one byte. The reader does not enter
/// an element by itself, so it never recurses.
struct DERReader {
    /// An element: its tag, and where it and its contents are.
    struct Element {
        let tag: UInt8
        let range: Range<Int>
        let contents: Range<Int>
    }

    /// All bytes, to which the ranges refer.
    let bytes: [UInt8]

    private var rest: Range<Int>

    /// Creates a reader for a part of the bytes, such as the contents of an element.
    init(_ bytes: [UInt8], _ part: Range<Int>) {
        self.bytes = bytes
        self.rest = part
    }

    /// Whether the reader has read all elements.
    var isAtEnd: Bool {
        self.rest.isEmpty
    }

    /// Returns whether another element follows and has the given tag.
    func isNext(_ tag: UInt8) -> Bool {
        !self.rest.isEmpty && self.bytes[self.rest.lowerBound] == tag
    }

    /// Reads the next element, whatever its tag.
    ///
    /// - Throws: `LicenseError` with `malformed` if the element is missing or not DER.
    mutating func read() throws(LicenseError) -> Element {
        let start = self.rest.lowerBound
        try VendorFileRule.elementEnd.require(self.rest.count >= 2, at: start)
        let tag = self.bytes[start]
        // Tags of several bytes, and the one that ends an element of indefinite length, occur in no signature.
        try VendorFileRule.elementTag.require(tag != 0 && tag & 0x1F != 0x1F, at: start)
        var position = start + 2
        var count = Int(self.bytes[start + 1])
        if count >= 0x80 {
            // Two bytes are enough for any length up to 64 KiB. A length of no bytes is the indefinite form.
            let digits = count - 0x80
            try VendorFileRule.elementLength.require((1...2).contains(digits), at: start)
            count = 0
            for _ in 0..<digits {
                try VendorFileRule.elementEnd.require(position < self.rest.upperBound, at: start)
                count = count << 8 | Int(self.bytes[position])
                position += 1
            }
            try VendorFileRule.elementLength.require(count >= (digits == 1 ? 0x80 : 0x100), at: start)
        }
        try VendorFileRule.elementEnd.require(self.rest.upperBound - position >= count, at: start)
        let end = position + count
        self.rest = end..<self.rest.upperBound
        return Element(tag: tag, range: start..<end, contents: position..<end)
    }

    /// Reads the next element, which must have a tag.
    ///
    /// - Parameter tag: The tag, such as 0x30 for a SEQUENCE.
    /// - Returns: The range of the element's contents.
    /// - Throws: `LicenseError` with `malformed` if the element is missing, not DER or has another tag.
    mutating func read(_ tag: UInt8) throws(LicenseError) -> Range<Int> {
        let element = try self.read()
        try VendorFileRule.elementTag.require(element.tag == tag, at: element.range.lowerBound)
        return element.contents
    }

    /// Reads the next element, which must have a tag, and returns a reader for its contents.
    mutating func enter(_ tag: UInt8) throws(LicenseError) -> DERReader {
        DERReader(self.bytes, try self.read(tag))
    }

    /// Reads the next element, which must be an OBJECT IDENTIFIER, and returns the range of its contents.
    ///
    /// Each number of the identifier must be in its shortest form (X.690, section 8.19.2).
    mutating func readIdentifier() throws(LicenseError) -> Range<Int> {
        let contents = try self.read(0x06)
        let isValid = Self.isIdentifier(self.bytes[contents])
        try VendorFileRule.identifierForm.require(isValid, at: contents.lowerBound)
        return contents
    }

    /// Reads all elements that are left, and those inside constructed ones, whatever they mean.
    ///
    /// - Throws: `LicenseError` with `malformed` if one of them is not DER.
    func requireDER() throws(LicenseError) {
        var open = [self]
        while var reader = open.popLast() {
            guard !reader.isAtEnd else {
                continue
            }
            let element = try reader.read()
            open.append(reader)
            try self.requireForm(of: element)
            if element.tag & Self.constructed != 0 {
                open.append(DERReader(self.bytes, element.contents))
            }
        }
    }

    /// The bit of a tag that says that the contents are elements (X.690, section 8.1.2.5).
    private static let constructed: UInt8 = 0x20

    /// Checks the contents of an element of a universal type (X.690, sections 8, 10 and 11).
    private func requireForm(of element: Element) throws(LicenseError) {
        let contents = self.bytes[element.contents]
        let isValid =
            switch element.tag {
            case 0x01: contents.elementsEqual([0x00]) || contents.elementsEqual([0xFF])
            case 0x02, 0x0A: Self.isShortest(contents)
            case 0x05: contents.isEmpty
            case 0x06: Self.isIdentifier(contents)
            // A SEQUENCE and a SET are constructed, and nothing else is.
            case 0x10, 0x11: false
            case 0x30, 0x31: true
            default: element.tag & 0xC0 != 0 || element.tag & Self.constructed == 0
            }
        try VendorFileRule.valueForm.require(isValid, at: element.range.lowerBound)
    }

    /// Returns whether an INTEGER has no byte that its sign repeats (X.690, section 8.3.2).
    private static func isShortest(_ integer: ArraySlice<UInt8>) -> Bool {
        guard integer.count > 1 else {
            return !integer.isEmpty
        }
        let (first, sign) = (integer[integer.startIndex], integer[integer.startIndex + 1] & 0x80)
        return !(first == 0x00 && sign == 0) && !(first == 0xFF && sign != 0)
    }

    /// Returns whether each number of an OBJECT IDENTIFIER is in its shortest form (X.690, section 8.19.2).
    private static func isIdentifier(_ contents: ArraySlice<UInt8>) -> Bool {
        var isFirst = true
        var isValid = !contents.isEmpty
        for byte in contents {
            isValid = isValid && !(isFirst && byte == 0x80)
            isFirst = byte < 0x80
        }
        return isValid && isFirst
    }

    /// Checks that the reader has read all elements.
    func requireEnd() throws(LicenseError) {
        try VendorFileRule.nothingMore.require(self.isAtEnd, at: self.rest.lowerBound)
    }

    /// Returns whether a part of the bytes is equal to other bytes.
    func isEqual(_ part: Range<Int>, _ other: [UInt8]) -> Bool {
        self.bytes[part].elementsEqual(other)
    }
}
