extension License {
    /// A module of the product, licensed on top of the base.
    ///
    /// `base` and `core` name the product itself, and are no modules.
    public struct Module: LicenseIdentifier, CodingKeyRepresentable {
        /// The identifier's text.
        public let rawValue: String

        /// Takes an identifier, or is `nil`.
        ///
        /// - Parameter rawValue: The text, taken as it is.
        public init?(rawValue: String) {
            guard Self.problem(in: rawValue) == nil else {
                return nil
            }
            self.rawValue = rawValue
        }

        /// Tells what keeps a text from being a module's name.
        ///
        /// - Parameter text: The text.
        /// - Returns: The end of a sentence that starts with the text's name. `nil` if the text is a module's name.
        public static func problem(in text: String) -> String? {
            text == "base" || text == "core"
                ? "is '\(text)', which is the product itself and no module" : IdentifierSyntax.problem(in: text)
        }
    }
}
