// What another service sends is checked before it becomes a value: a value neither traps nor prints nonsense.
extension KeyedDecodingContainer {
    /// Decodes a number that counts something.
    ///
    /// - Parameters:
    ///   - key: The member.
    ///   - least: The least number that is taken.
    /// - Returns: The number.
    /// - Throws: `DecodingError` where it is less, or no integer.
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

    /// Decodes a number that counts something, if there is one.
    ///
    /// - Parameters:
    ///   - key: The member.
    ///   - least: The least number that is taken.
    /// - Returns: The number, or `nil` if the member is missing or null.
    /// - Throws: `DecodingError` where it is less, or no integer.
    package func decodeCountIfPresent(forKey key: Key, atLeast least: Int = 0) throws -> Int? {
        try self.contains(key) && !self.decodeNil(forKey: key) ? self.decodeCount(forKey: key, atLeast: least) : nil
    }

    /// Decodes a text for people, if there is one.
    ///
    /// - Parameter key: The member.
    /// - Returns: The text.
    /// - Throws: `DecodingError` where it holds control characters other than newlines, or reorders what a person sees.
    package func decodeTextIfPresent(forKey key: Key) throws -> String? {
        let text = try self.decodeIfPresent(String.self, forKey: key)
        guard text?.isPlainText ?? true else {
            throw DecodingError.dataCorruptedError(
                forKey: key,
                in: self,
                debugDescription: "A text holds control characters"
            )
        }
        return text
    }
}

extension String {
    /// Whether it holds no control characters other than newlines, and nothing that reorders what a person sees.
    package var isPlainText: Bool {
        self.unicodeScalars.allSatisfy(\.isPlain)
    }
}

extension Unicode.Scalar {
    /// Whether a terminal or a page shows it as it is: no control but the newline, no separator, nothing bidirectional.
    fileprivate var isPlain: Bool {
        switch self.value {
        case 0x0A: true
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: false
        default: true
        }
    }
}
