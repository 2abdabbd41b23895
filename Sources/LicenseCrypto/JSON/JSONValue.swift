/// A value in a strict JSON text.
package struct JSONValue {
    private let document: StrictJSON
    private let index: Int

    init(_ document: StrictJSON, _ index: Int) {
        self.document = document
        self.index = index
    }

    /// The members, where the value is an object.
    package var members: Members? {
        self.node.kind == .object ? Members(self.document, self.index) : nil
    }

    /// The elements, where the value is an array.
    package var elements: Elements? {
        self.node.kind == .array ? Elements(self.document, self.index) : nil
    }

    /// The text, where the value is a string.
    package var string: String? {
        self.node.kind == .string ? self.document.text(of: self.node) : nil
    }

    /// The text, where the value is a string of ASCII alone, as every word of a format here is.
    ///
    /// Swift would find the Kelvin sign equal to `K`.
    package var word: String? {
        self.node.isASCII ? self.string : nil
    }

    /// The bytes of the text, where the value is a string without escapes.
    ///
    /// They are not copied, so a secret stays where it is.
    package var unescapedBytes: ArraySlice<UInt8>? {
        let node = self.node
        guard node.kind == .string, !node.hasEscapes else {
            return nil
        }
        return self.document.bytes[Int(node.start)..<Int(node.end)]
    }

    /// The boolean, where the value is one.
    package var boolean: Bool? {
        switch self.node.kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// The integer, where the value is one without fraction and exponent, other than `-0`, within ±(2^53 - 1).
    package var integer: Int? {
        let node = self.node
        // 2^53 - 1 has 16 digits.
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
    /// The members of an object, in the text's order.
    package struct Members: Sequence, IteratorProtocol {
        /// How many there are.
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

        /// The next member.
        ///
        /// The name is `nil` where it goes beyond ASCII, as no name does that a format here knows.
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

    /// The elements of an array, in the text's order.
    package struct Elements: Sequence, IteratorProtocol {
        /// How many there are.
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

        /// The next element.
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
