/// A code that programs compare, such as the code of a denial reason, a finding or an error.
///
/// ```swift
/// switch reason.code {    // a DenialReason.Code, which is a LicenseCode<DenialReason>
/// case .moduleExpired: renew(reason.slot)
/// default: print(reason.code)
/// }
/// ```
///
/// `Subject` is the type that the code describes. Its codes are static properties, and `known` lists those that this
/// release defines. Codes with different subjects have different types, so you cannot compare them by mistake.
public struct LicenseCode<Subject>: ExtensibleCode {
    /// The name of the code, which does not change from release to release.
    public let rawValue: String

    /// Creates a code, which does not have to be known to this release.
    ///
    /// - Parameter rawValue: The name of the code.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
