/// What a person is told about the base or a module.
///
/// LicensePolicy derives it from the state of a slot.
public struct LicenseStatus: OpenCode {
    /// The status's name, such as `activated`.
    public let rawValue: String

    /// Takes a status's name, whether or not this release knows it.
    ///
    /// - Parameter rawValue: The name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// No base license is loaded, 未授权.
    ///
    /// Its name is `none`.
    public static let unlicensed = LicenseStatus(rawValue: "none")

    /// No license for the module is loaded, 未激活.
    public static let notActivated = LicenseStatus(rawValue: "notActivated")

    /// The license starts in the future, 未生效.
    public static let notYetValid = LicenseStatus(rawValue: "notYetValid")

    /// The base license is in force, 有效.
    public static let valid = LicenseStatus(rawValue: "valid")

    /// The module's license is in force, 已激活.
    public static let activated = LicenseStatus(rawValue: "activated")

    /// The license has expired, and its grace period runs, 宽限期.
    public static let grace = LicenseStatus(rawValue: "grace")

    /// The license has expired, 过期.
    public static let expired = LicenseStatus(rawValue: "expired")

    /// The statuses of this release.
    public static let known: [LicenseStatus] = [
        .unlicensed, .notActivated, .notYetValid, .valid, .activated, .grace, .expired,
    ]
}
