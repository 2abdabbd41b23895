extension License {
    /// A module of the product, which is licensed on top of the base.
    ///
    /// ```swift
    /// extension License.Module {
    ///     static let replication: License.Module = "replication"
    /// }
    ///
    /// let isAllowed = gate.allows(.operate(.module(.replication)))
    /// ```
    ///
    /// `base` and `core` are reserved for the product itself, so they are not valid module names.
    public struct Module: LicenseIdentifier, CodingKeyRepresentable {
        /// The identifier as written in a license.
        public let rawValue: String

        /// Creates an identifier, or returns `nil` if the text is not a valid identifier.
        ///
        /// - Parameter rawValue: The text, which is used unchanged.
        public init?(rawValue: String) {
            guard Self.problem(in: rawValue) == nil else {
                return nil
            }
            self.rawValue = rawValue
        }

        /// Returns the reason why a text is not a valid module name.
        ///
        /// - Parameter text: The text to check.
        /// - Returns: The first problem as a predicate, such as `is empty`, or `nil` if the text is a valid module name.
        public static func problem(in text: String) -> String? {
            text == "base" || text == "core"
                ? "is '\(text)', which is the product itself and not a module" : IdentifierSyntax.problem(in: text)
        }
    }
}
