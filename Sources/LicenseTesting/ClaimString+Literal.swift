public import LicenseModel

/// In tests, a literal is a text of a licence: `.issued(to: "Example Ltd")`.
extension ClaimString: ExpressibleByStringLiteral {
    /// Makes a text of a literal in the source.
    ///
    /// - Parameter value: The literal. It must be a text as licences have it, or the program traps.
    public init(stringLiteral value: String) {
        guard let text = ClaimString(rawValue: value) else {
            preconditionFailure("A literal is not a text as licences have it: \(value.debugDescription)")
        }
        self = text
    }
}
