/// Encodes DER elements (X.690) for test files.
package enum TestDER {
    /// Returns an element with its length in the shortest form.
    ///
    /// - Parameters:
    ///   - tag: The tag, in one byte.
    ///   - parts: The parts of the contents, which are joined.
    /// - Returns: The encoding.
    package static func element(_ tag: UInt8, _ parts: [UInt8]...) -> [UInt8] {
        let contents = parts.flatMap(\.self)
        var digits: [UInt8] = []
        var rest = contents.count
        while rest > 0 {
            digits.insert(UInt8(truncatingIfNeeded: rest), at: 0)
            rest >>= 8
        }
        let length = contents.count < 0x80 ? [UInt8(contents.count)] : [0x80 + UInt8(digits.count)] + digits
        return [tag] + length + contents
    }

    /// Returns a SEQUENCE of some parts.
    package static func sequence(_ parts: [UInt8]...) -> [UInt8] {
        self.element(0x30, parts.flatMap(\.self))
    }

    /// Returns a SET of elements in the given order.
    package static func set(_ parts: [[UInt8]]) -> [UInt8] {
        self.element(0x31, parts.flatMap(\.self))
    }

    /// Returns an INTEGER from 0 to 127.
    package static func integer(_ number: UInt8) -> [UInt8] {
        self.element(0x02, [number])
    }

    /// Returns an OBJECT IDENTIFIER from its contents.
    package static func identifier(_ contents: [UInt8]) -> [UInt8] {
        self.element(0x06, contents)
    }

    /// Returns an AlgorithmIdentifier from the contents of its OBJECT IDENTIFIER.
    ///
    /// - Parameters:
    ///   - contents: The contents of the identifier.
    ///   - parameters: The encoding of the parameters: NULL by default, or nothing.
    /// - Returns: The encoding.
    package static func algorithm(_ contents: [UInt8], parameters: [UInt8] = [0x05, 0x00]) -> [UInt8] {
        self.sequence(self.identifier(contents), parameters)
    }
}
