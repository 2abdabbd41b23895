package import LicenseModel

extension ClaimString {
    /// Creates a claim string from a literal, which must be a valid claim string.
    package init(literal: String) {
        guard let string = ClaimString(rawValue: literal) else {
            preconditionFailure("Not a claim string: \(literal)")
        }
        self = string
    }
}
