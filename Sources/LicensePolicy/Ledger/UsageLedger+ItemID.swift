import LicenseModel

extension UsageLedger {
    /// The identifier of an item in a ledger, such as its UUID.
    ///
    /// Any string is valid, and identifiers are compared by their bytes. Swift's `String` treats canonically equivalent
    /// strings, such as the two encodings of `é`, as equal, and would count two items as one.
    public struct ItemID: RawRepresentable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
        private let text: BytewiseText

        /// The identifier as a string, unchanged.
        public var rawValue: String {
            self.text.string
        }

        /// Creates an identifier from a string.
        ///
        /// - Parameter rawValue: Any string, which is used unchanged.
        public init(rawValue: String) {
            self.text = BytewiseText(rawValue)
        }

        /// Creates an identifier from a string.
        ///
        /// - Parameter text: Any string, which is used unchanged.
        public init(_ text: String) {
            self.init(rawValue: text)
        }

        /// Creates an identifier from a string literal.
        ///
        /// - Parameter value: The value of the literal.
        public init(stringLiteral value: String) {
            self.init(rawValue: value)
        }

        /// The identifier as a string, for logs.
        public var description: String {
            self.rawValue
        }
    }
}

extension UsageLedger.ItemID: Hashable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public static func == (lhs: UsageLedger.ItemID, rhs: UsageLedger.ItemID) -> Bool {
        // The default `==` of `RawRepresentable` would compare the raw values as `String` does.
        lhs.text == rhs.text
    }

    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public func hash(into hasher: inout Hasher) {
        hasher.combine(self.text)
    }
}
