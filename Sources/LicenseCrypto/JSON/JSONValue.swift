/// A value in a parsed strict JSON text.
package struct JSONValue {
    private let document: StrictJSON
    private let index: Int

    init(_ document: StrictJSON, _ index: Int) {
        self.document = document
        self.index = index
    }

    /// The members of the object, or `nil` if the value is not an object.
    package var members: Members? {
        self.node.kind == .object ? Members(self.document, self.index) : nil
    }

    /// The elements of the array, or `nil` if the value is not an array.
    package var elements: Elements? {
        self.node.kind == .array ? Elements(self.document, self.index) : nil
    }

    /// The text of the string, or `nil` if the value is not a string.
    package var string: String? {
        self.node.kind == .string ? self.document.text(of: self.node) : nil
    }

    /// The text of the string, or `nil` if the value is not a string or contains a character outside ASCII.
    ///
    /// Use it to compare with a constant. Swift compares strings by canonical equivalence, so the Kelvin sign (U+212A)
    /// would be equal to `K`.
    package var asciiString: String? {
        self.node.isASCII ? self.string : nil
    }

    /// The bytes of the string, or `nil` if the value is not a string or has escapes.
    ///
    /// The bytes are not copied, so reading a secret does not duplicate it in memory.
    package var unescapedBytes: ArraySlice<UInt8>? {
        let node = self.node
        guard node.kind == .string, !node.hasEscapes else {
            return nil
        }
        return self.document.bytes[Int(node.start)..<Int(node.end)]
    }

    /// The Boolean value, or `nil` if the value is not `true` or `false`.
    package var boolean: Bool? {
        switch self.node.kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// The integer, or `nil` if the value is not an integer from -(2^53 - 1) to 2^53 - 1.
    ///
    /// A number with a fraction or an exponent, and `-0`, are not integers.
    package var integer: Int? {
        let node = self.node
        // The largest integer, 2^53 - 1, has 16 digits. Longer numbers could overflow below.
        guard node.kind == .integer, node.end - node.start <= 17 else {
            return nil
        }
        var value = 0
        var isNegative = false
        for index in Int(node.start)..<Int(node.end) {
            let byte = self.document.bytes[index]
            if byte == UInt8(ascii: "-") {
                isNegative = true
            } else {
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
            }
        }
        guard value <= 9_007_199_254_740_991 else {
            return nil
        }
        return isNegative ? -value : value
    }

    private var node: JSONNode {
        self.document.nodes[self.index]
    }
}

extension JSONValue {
    /// The members of an object, in the order of the text.
    package struct Members: Sequence, IteratorProtocol {
        /// The number of members in the object.
        package let count: Int

        private let document: StrictJSON
        private var index: Int
        private let end: Int

        init(_ document: StrictJSON, _ index: Int) {
            let node = document.nodes[index]
            self.document = document
            self.count = Int(node.count)
            self.index = index + 1
            self.end = Int(node.next)
        }

        /// Returns the next member, or `nil` after the last one.
        ///
        /// The name is `nil` if it contains a character outside ASCII, because no format defines such a name.
        package mutating func next() -> (name: String?, value: JSONValue)? {
            guard self.index < self.end else {
                return nil
            }
            let value = JSONValue(self.document, self.index + 1)
            let name = self.document.nodes[self.index]
            self.index = Int(value.node.next)
            return (name.isASCII ? self.document.text(of: name) : nil, value)
        }
    }

    /// The elements of an array, in the order of the text.
    package struct Elements: Sequence, IteratorProtocol {
        /// The number of elements in the array.
        package let count: Int

        private let document: StrictJSON
        private var index: Int
        private let end: Int

        fileprivate init(_ document: StrictJSON, _ index: Int) {
            let node = document.nodes[index]
            self.document = document
            self.count = Int(node.count)
            self.index = index + 1
            self.end = Int(node.next)
        }

        /// Returns the next element, or `nil` after the last one.
        package mutating func next() -> JSONValue? {
            guard self.index < self.end else {
                return nil
            }
            let value = JSONValue(self.document, self.index)
            self.index = Int(value.node.next)
            return value
        }
    }
}

extension StrictJSON {
    fileprivate func text(of node: JSONNode) -> String {
        if node.hasEscapes {
            String(decoding: Array(JSONStringBytes(self.bytes, node)), as: UTF8.self)
        } else {
            String(decoding: self.bytes[Int(node.start)..<Int(node.end)], as: UTF8.self)
        }
    }
}
