extension License {
    /// A function of the product or of a module that licenses may list one by one.
    public struct Feature: LicenseIdentifier {
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
