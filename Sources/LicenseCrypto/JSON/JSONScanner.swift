/// A JSON scanner that reads a text once, byte by byte, and lists the values and names in it.
///
/// It does not recurse and does not backtrack, and it stops at the first byte that breaks a rule. The maximum depth and
/// numbers of members and values bound its work for any text.
struct JSONScanner {
    /// The maximum depth of nested containers, the outermost object included.
    static let maximumDepth = 8

    /// The maximum number of members in an object.
    static let maximumMembers = 256

    /// The maximum number of values in a text, the outermost object included.
    static let maximumValues = 4_096

    private enum Expectation {
        case value
        case elementOrEnd
        case name
        case nameOrEnd
        case commaOrEnd
    }

    private(set) var nodes: [JSONNode] = []
    private let bytes: [UInt8]
    private var valueCount = 0

    /// Scans a text, and throws at the first byte that breaks a rule.
    init(_ bytes: [UInt8]) throws(JSONError) {
        self.bytes = bytes
        self.nodes.reserveCapacity(min(bytes.count / 8 + 8, Self.maximumValues * 2))
        try self.scan(bytes.span)
    }

    private mutating func scan(_ text: Span<UInt8>) throws(JSONError) {
        var position = 0
        var parent = 0
        var depth = 0
        var expectation = Expectation.value

        while true {
            Self.skipWhitespace(text, &position)
            guard position < text.count else {
                throw JSONError(.endsEarly, at: position)
            }
            let byte = text[position]

            switch (expectation, byte) {
            case (.nameOrEnd, UInt8(ascii: "}")), (.elementOrEnd, UInt8(ascii: "]")),
                (.commaOrEnd, UInt8(ascii: "}")), (.commaOrEnd, UInt8(ascii: "]")):
                guard (byte == UInt8(ascii: "}")) == (self.nodes[parent].kind == .object) else {
                    throw JSONError(.bracket, at: position)
                }
                position += 1
                self.nodes[parent].end = UInt32(position)
                self.nodes[parent].next = UInt32(self.nodes.count)
                depth -= 1
                if depth == 0 {
                    Self.skipWhitespace(text, &position)
                    guard position == text.count else {
                        throw JSONError(.end, at: position)
                    }
                    return
                }
                parent = Int(self.nodes[parent].parentOrHash)
                expectation = .commaOrEnd

            case (.commaOrEnd, UInt8(ascii: ",")):
                position += 1
                expectation = self.nodes[parent].kind == .object ? .name : .value

            case (.commaOrEnd, _):
                throw JSONError(.comma, at: position)

            case (.name, UInt8(ascii: "\"")), (.nameOrEnd, UInt8(ascii: "\"")):
                try self.scanName(text, &position, of: parent)
                Self.skipWhitespace(text, &position)
                guard position < text.count, text[position] == UInt8(ascii: ":") else {
                    throw JSONError(.colon, at: position)
                }
                position += 1
                expectation = .value

            case (.name, _), (.nameOrEnd, _):
                throw JSONError(.name, at: position)

            case (.value, UInt8(ascii: "{")), (.value, UInt8(ascii: "[")),
                (.elementOrEnd, UInt8(ascii: "{")), (.elementOrEnd, UInt8(ascii: "[")):
                let isObject = byte == UInt8(ascii: "{")
                guard depth > 0 || isObject else {
                    throw JSONError(.object, at: position)
                }
                guard depth < Self.maximumDepth else {
                    throw JSONError(.depth, at: position)
                }
                try self.countValue(of: parent, depth: depth, at: position)
                var node = JSONNode(kind: isObject ? .object : .array, start: UInt32(position), end: 0)
                node.parentOrHash = UInt32(parent)
                parent = self.nodes.count
                self.nodes.append(node)
                depth += 1
                position += 1
                expectation = isObject ? .nameOrEnd : .elementOrEnd

            case (.value, _), (.elementOrEnd, _):
                guard depth > 0 else {
                    throw JSONError(.object, at: position)
                }
                try self.countValue(of: parent, depth: depth, at: position)
                var node = try Self.scalar(text, &position)
                node.next = UInt32(self.nodes.count + 1)
                self.nodes.append(node)
                expectation = .commaOrEnd
            }
        }
    }

    private mutating func countValue(of parent: Int, depth: Int, at position: Int) throws(JSONError) {
        self.valueCount += 1
        guard self.valueCount <= Self.maximumValues else {
            throw JSONError(.values, at: position)
        }
        if depth > 0 {
            self.nodes[parent].count += 1
        }
    }

    private mutating func scanName(_ text: Span<UInt8>, _ position: inout Int, of object: Int) throws(JSONError) {
        guard self.nodes[object].count < Self.maximumMembers else {
            throw JSONError(.members, at: position)
        }
        let start = position
        var node = try Self.string(text, &position, kind: .name)
        let hash = JSONStringBytes.hash(self.bytes, node)
        node.parentOrHash = hash
        node.previousName = self.nodes[object].previousName

        var other = Int(node.previousName)
        while other != 0 {
            let earlier = self.nodes[other]
            if earlier.parentOrHash == hash,
                JSONStringBytes(self.bytes, earlier).elementsEqual(JSONStringBytes(self.bytes, node))
            {
                throw JSONError(.twoNames, at: start)
            }
            other = Int(earlier.previousName)
        }

        let index = self.nodes.count
        node.next = UInt32(index + 1)
        self.nodes[object].previousName = UInt32(index)
        self.nodes.append(node)
    }
}

// Strings, numbers and literals.
extension JSONScanner {
    private static func skipWhitespace(_ text: Span<UInt8>, _ position: inout Int) {
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                position += 1
            default:
                return
            }
        }
    }

    private static func scalar(_ text: Span<UInt8>, _ position: inout Int) throws(JSONError) -> JSONNode {
        switch text[position] {
        case UInt8(ascii: "\""):
            try self.string(text, &position, kind: .string)
        case UInt8(ascii: "t"):
            try self.literal("true", .true, text, &position)
        case UInt8(ascii: "f"):
            try self.literal("false", .false, text, &position)
        case UInt8(ascii: "n"):
            try self.literal("null", .null, text, &position)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            try self.number(text, &position)
        default:
            throw JSONError(.value, at: position)
        }
    }

    private static func literal(
        _ word: StaticString,
        _ kind: JSONNode.Kind,
        _ text: Span<UInt8>,
        _ position: inout Int
    ) throws(JSONError) -> JSONNode {
        let start = position
        let matches = word.withUTF8Buffer { letters in
            guard text.count - start >= letters.count else {
                return false
            }
            for offset in 0..<letters.count where unsafe letters[offset] != text[start + offset] {
                return false
            }
            return true
        }
        guard matches else {
            throw JSONError(.value, at: start)
        }
        position += word.utf8CodeUnitCount
        return JSONNode(kind: kind, start: UInt32(start), end: UInt32(position))
    }

    private static func number(_ text: Span<UInt8>, _ position: inout Int) throws(JSONError) -> JSONNode {
        let start = position
        if text[position] == UInt8(ascii: "-") {
            position += 1
        }
        let integerStart = position
        try self.digits(text, &position)
        let startsWithZero = text[integerStart] == UInt8(ascii: "0")
        guard !startsWithZero || position == integerStart + 1 else {
            throw JSONError(.zero, at: start)
        }
        var kind: JSONNode.Kind = startsWithZero && integerStart > start ? .number : .integer
        if position < text.count, text[position] == UInt8(ascii: ".") {
            kind = .number
            position += 1
            try self.digits(text, &position)
        }
        if position < text.count, text[position] | 0x20 == UInt8(ascii: "e") {
            kind = .number
            position += 1
            if position < text.count, text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") {
                position += 1
            }
            try self.digits(text, &position)
        }
        return JSONNode(kind: kind, start: UInt32(start), end: UInt32(position))
    }

    private static func digits(_ text: Span<UInt8>, _ position: inout Int) throws(JSONError) {
        let start = position
        while position < text.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[position]) {
            position += 1
        }
        guard position > start else {
            throw JSONError(.digit, at: position)
        }
    }
}

// The contents of strings.
extension JSONScanner {
    private static func string(
        _ text: Span<UInt8>,
        _ position: inout Int,
        kind: JSONNode.Kind
    ) throws(JSONError) -> JSONNode {
        position += 1
        let start = position
        var hasEscapes = false
        var isASCII = true
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: "\""):
                var node = JSONNode(kind: kind, start: UInt32(start), end: UInt32(position))
                node.hasEscapes = hasEscapes
                node.isASCII = isASCII
                position += 1
                return node
            case UInt8(ascii: "\\"):
                hasEscapes = true
                isASCII = try self.skipEscape(text, &position) && isASCII
            case 0x20...0x7F:
                position += 1
            case 0x80...0xFF:
                isASCII = false
                try self.skipMultibyteScalar(text, &position)
            default:
                throw JSONError(.control, at: position)
            }
        }
        throw JSONError(.endsEarly, at: position)
    }

    /// Skips an escape, and returns whether it represents an ASCII character.
    private static func skipEscape(_ text: Span<UInt8>, _ position: inout Int) throws(JSONError) -> Bool {
        let start = position
        guard start + 1 < text.count else {
            throw JSONError(.endsEarly, at: text.count)
        }
        switch text[start + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 2
            return true
        case UInt8(ascii: "u"):
            break
        default:
            throw JSONError(.escape, at: start)
        }
        let unit = try self.hexadecimalUnit(text, at: start)
        position += 6
        switch unit {
        case 0:
            throw JSONError(.nul, at: start)
        case 0xD800...0xDBFF:
            guard position + 1 < text.count, text[position] == UInt8(ascii: "\\"),
                text[position + 1] == UInt8(ascii: "u"),
                (0xDC00...0xDFFF).contains(try self.hexadecimalUnit(text, at: position))
            else {
                throw JSONError(.surrogate, at: start)
            }
            position += 6
        case 0xDC00...0xDFFF:
            throw JSONError(.surrogate, at: start)
        default:
            break
        }
        return unit < 0x80
    }

    /// Returns the value of the four digits of a `\uXXXX` escape that starts at a position.
    private static func hexadecimalUnit(_ text: Span<UInt8>, at position: Int) throws(JSONError) -> UInt32 {
        guard position + 6 <= text.count else {
            throw JSONError(.endsEarly, at: text.count)
        }
        var unit: UInt32 = 0
        for offset in 2..<6 {
            guard let digit = text[position + offset].hexadecimalDigit else {
                throw JSONError(.hexadecimal, at: position)
            }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }

    /// Skips a scalar of two to four bytes, and throws if it is not well-formed UTF-8 (Unicode Standard, table 3-7).
    private static func skipMultibyteScalar(_ text: Span<UInt8>, _ position: inout Int) throws(JSONError) {
        let length: Int
        let second: ClosedRange<UInt8>
        switch text[position] {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: throw JSONError(.utf8, at: position)
        }
        guard position + length <= text.count, second.contains(text[position + 1]) else {
            throw JSONError(.utf8, at: position)
        }
        for offset in 2..<length where text[position + offset] & 0xC0 != 0x80 {
            throw JSONError(.utf8, at: position)
        }
        position += length
    }
}

extension UInt8 {
    /// The value of the hexadecimal digit, or `nil` if the byte is not one.
    var hexadecimalDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
