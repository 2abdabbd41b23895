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
    public static var unlicensed: LicenseStatus { LicenseStatus(rawValue: "none") }

    /// No license for the module is loaded, 未激活.
    public static var notActivated: LicenseStatus { LicenseStatus(rawValue: "notActivated") }

    /// The license starts in the future, 未生效.
    public static var notYetValid: LicenseStatus { LicenseStatus(rawValue: "notYetValid") }

    /// The base license is in force, 有效.
    public static var valid: LicenseStatus { LicenseStatus(rawValue: "valid") }

    /// The module's license is in force, 已激活.
    public static var activated: LicenseStatus { LicenseStatus(rawValue: "activated") }

    /// The license has expired, and its grace period runs, 宽限期.
    public static var grace: LicenseStatus { LicenseStatus(rawValue: "grace") }

    /// The license has expired, 过期.
    public static var expired: LicenseStatus { LicenseStatus(rawValue: "expired") }

    /// The statuses of this release.
    public static let known: [LicenseStatus] = [
        .unlicensed, .notActivated, .notYetValid, .valid, .activated, .grace, .expired,
    ]
}

extension LicenseStatus {
    /// The word for it beside a license on a page.
    ///
    /// ``ProductCatalog/text(of:)-(LicenseMessage)`` makes its text.
    public var name: LicenseMessage {
        LicenseMessage("status.\(self)", code: self.rawValue)
    }
}
