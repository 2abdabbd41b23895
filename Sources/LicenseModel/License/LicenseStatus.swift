/// The status of the base or a module, as shown to people.
///
/// `LicensePolicy` derives it from the state of a slot:
///
/// ```swift
/// let status = gate.entitlements.base.status
/// page.add(catalog.name(of: status)["zh-Hans"])
/// ```
public struct LicenseStatus: ExtensibleCode {
    /// The name of the status, such as `activated`.
    public let rawValue: String

    /// Creates a status, which does not have to be known to this release.
    ///
    /// - Parameter rawValue: The name of the status.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// No base license is loaded, or all of them are excluded (未授权).
    ///
    /// The name of this status is `none`.
    public static var unlicensed: LicenseStatus { LicenseStatus(rawValue: "none") }

    /// No license for the module is loaded, or all of them are excluded (未激活).
    public static var notActivated: LicenseStatus { LicenseStatus(rawValue: "notActivated") }

    /// The license has not started yet (未生效).
    public static var notYetValid: LicenseStatus { LicenseStatus(rawValue: "notYetValid") }

    /// The base license is current (有效).
    public static var valid: LicenseStatus { LicenseStatus(rawValue: "valid") }

    /// The module's license is current (已激活).
    public static var activated: LicenseStatus { LicenseStatus(rawValue: "activated") }

    /// The license has expired, but is in its grace period (宽限期).
    public static var grace: LicenseStatus { LicenseStatus(rawValue: "grace") }

    /// The license has expired, and its grace period, if any, has ended (过期).
    public static var expired: LicenseStatus { LicenseStatus(rawValue: "expired") }

    /// All statuses that this release defines.
    public static let known: [LicenseStatus] = [
        .unlicensed, .notActivated, .notYetValid, .valid, .activated, .grace, .expired,
    ]
}

extension LicenseStatus {
    /// The message with the display name of the status.
    package var name: LicenseMessage {
        LicenseMessage("status.\(self)", code: self.rawValue)
    }
}
