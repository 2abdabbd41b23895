import LicenseModel

extension UsageLedger {
    /// The id of an item in a ledger, such as its UUID: any text, compared by its bytes.
    ///
    /// Swift's `String` would call two spellings of `é` equal, and so count two items as one.
    public struct ItemID: RawRepresentable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
        private let text: BytewiseText

        /// The text.
        public var rawValue: String {
            self.text.string
        }

        /// Makes an id of a text.
        ///
        /// - Parameter rawValue: The text, taken as it is.
        public init(rawValue: String) {
            self.text = BytewiseText(rawValue)
        }

        /// Makes an id of a text.
        ///
        /// - Parameter text: The text, taken as it is.
        public init(_ text: String) {
            self.init(rawValue: text)
        }

        /// Makes an id of a literal in the source.
        ///
        /// - Parameter value: The literal.
        public init(stringLiteral value: String) {
            self.init(rawValue: value)
        }

        /// The text.
        public var description: String {
            self.rawValue
        }
    }
}

extension UsageLedger.ItemID: Hashable {
    /// Compares two ids by their bytes.
    ///
    /// - Parameters:
    ///   - lhs: An id.
    ///   - rhs: Another id.
    /// - Returns: Whether the bytes are equal.
    public static func == (lhs: UsageLedger.ItemID, rhs: UsageLedger.ItemID) -> Bool {
        // Else the standard library compares the raw values, as `String` does.
        lhs.text == rhs.text
    }

    /// Hashes the id's bytes.
    ///
    /// - Parameter hasher: The hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(self.text)
    }
}
