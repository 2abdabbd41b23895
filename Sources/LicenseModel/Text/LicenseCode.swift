/// A code that programs compare, such as the code of a denial reason, a finding, or an error.
///
/// ```swift
/// switch reason.code {    // a DenialReason.Code, which is a LicenseCode<DenialReason>
/// case .moduleExpired: …
/// default: …
/// }
/// ```
///
/// `Subject` is the type that the code describes. Its codes are static properties, and `known` lists those of this release.
/// Codes with different subjects have different types, so you can't compare them by mistake.
public struct LicenseCode<Subject>: OpenCode {
    /// The name of the code, which doesn't change from release to release.
    public let rawValue: String

    /// Creates a code, which doesn't have to be known to this release.
    ///
    /// - Parameter rawValue: The name of the code.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
