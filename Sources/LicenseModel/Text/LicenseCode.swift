/// A name that programs compare, of something that a subject can say: the code of a reason, of a finding, of an error.
///
/// ```swift
/// switch reason.code {    // a DenialReason.Code, which is a LicenseCode<DenialReason>
/// case .moduleExpired: …
/// default: …
/// }
/// ```
///
/// The subject says which names there are: `known` lists those of this release. It is also why the codes of two subjects do not
/// mix.
public struct LicenseCode<Subject>: OpenCode {
    /// The name, which does not change from release to release.
    public let rawValue: String

    /// Takes a name, whether or not this release knows it.
    ///
    /// - Parameter rawValue: The name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
