extension License {
    /// The edition of the product that a base license is for.
    public struct Edition: LicenseIdentifier {
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

extension License.Edition {
    /// The Enterprise edition, 企业版.
    public static let enterprise: License.Edition = "enterprise"

    /// The Hybrid edition, 混合云版.
    public static let hybrid: License.Edition = "hybrid"
}
