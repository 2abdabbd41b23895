extension License {
    /// The edition of the product that a base license is for.
    public struct Edition: LicenseIdentifier, CodingKeyRepresentable {
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
    }
}
