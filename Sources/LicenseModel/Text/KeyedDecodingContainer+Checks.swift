// Values from other services are checked while decoding, so that they can neither cause a trap nor display misleading text.
extension KeyedDecodingContainer {
    /// Decodes a count and checks that it is not too small.
    ///
    /// - Parameters:
    ///   - key: The key of the member.
    ///   - least: The smallest number that is accepted.
    /// - Returns: The count, at least `least`.
    /// - Throws: `DecodingError` if the member is missing, is not an integer, or is less than `least`.
    package func decodeCount(forKey key: Key, atLeast least: Int = 0) throws -> Int {
        let count = try self.decode(Int.self, forKey: key)
        guard count >= least else {
            throw DecodingError.dataCorruptedError(
                forKey: key,
                in: self,
                debugDescription: "A count is less than \(least)"
            )
        }
        return count
    }

    /// Decodes a count if the member is present, and checks that it is not too small.
    ///
    /// - Parameters:
    ///   - key: The key of the member.
    ///   - least: The smallest number that is accepted.
    /// - Returns: The count, or `nil` if the member is missing or null.
    /// - Throws: `DecodingError` if the member is not an integer, or is less than `least`.
    package func decodeCountIfPresent(forKey key: Key, atLeast least: Int = 0) throws -> Int? {
        try self.contains(key) && !self.decodeNil(forKey: key) ? self.decodeCount(forKey: key, atLeast: least) : nil
    }

    /// Decodes a text for people if the member is present, and checks that it is plain text.
    ///
    /// - Parameter key: The key of the member.
    /// - Returns: The text, or `nil` if the member is missing or null.
    /// - Throws: `DecodingError` if the member is not a string, or if the string is not plain text.
    package func decodeTextIfPresent(forKey key: Key) throws -> String? {
        let text = try self.decodeIfPresent(String.self, forKey: key)
        guard text?.isPlainText ?? true else {
            throw DecodingError.dataCorruptedError(
                forKey: key,
                in: self,
                debugDescription: "A text contains control characters"
            )
        }
        return text
    }
}

extension String {
    /// Whether the string has no control characters except newlines, no line or paragraph separators, and no bidirectional
    /// controls.
    package var isPlainText: Bool {
        self.unicodeScalars.allSatisfy(\.isPlain)
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is a newline, or not a control character, line or paragraph separator, or bidirectional control.
    fileprivate var isPlain: Bool {
        switch self.value {
        case 0x0A: true
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: false
        default: true
        }
    }
}
