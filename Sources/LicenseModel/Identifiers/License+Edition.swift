extension License {
    /// An edition of the product, which a base license names.
    public struct Edition: LicenseIdentifier, CodingKeyRepresentable {
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
    }
}
