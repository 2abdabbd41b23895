public import LicenseModel
public import LicensePolicy

/// A code of the platform for an error about licenses.
///
/// ```swift
/// switch PlatformErrorCode(denial) {
/// case .expired: print("Renew the license.")
/// default: print(denial.message.simplifiedChinese)
/// }
/// ```
public struct PlatformErrorCode: ExtensibleCode {
    /// The name of the code, such as `LICENSE.1000`.
    public let rawValue: String

    /// Creates a code, which does not have to be known to this release.
    ///
    /// - Parameter rawValue: The name of the code.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The base license or a module's license has expired.
    public static var expired: PlatformErrorCode { PlatformErrorCode(rawValue: "LICENSE.1000") }

    /// The licenses do not permit the operation.
    public static var notPermitted: PlatformErrorCode { PlatformErrorCode(rawValue: "LICENSE.1001") }

    /// The license is bound to other nodes: it does not list this machine's thumbprint.
    public static var thumbprintChanged: PlatformErrorCode { PlatformErrorCode(rawValue: "LICENSE.1002") }

    /// The license was issued before the license that is installed.
    ///
    /// The library does not create this code. Use it if your license store refuses to replace a license with an older
    /// one.
    public static var olderThanInstalled: PlatformErrorCode { PlatformErrorCode(rawValue: "LICENSE.1004") }

    /// The uploaded file contains no license that is valid on this platform.
    public static var noValidLicense: PlatformErrorCode { PlatformErrorCode(rawValue: "LICENSE.1006") }

    /// All codes that this release defines.
    public static let known: [PlatformErrorCode] = [
        .expired, .notPermitted, .thumbprintChanged, .olderThanInstalled, .noValidLicense,
    ]

    /// Creates the code for the first reason of a denial.
    ///
    /// The code is ``expired`` or ``thumbprintChanged`` if the first reason is an expired license or a license for another
    /// node. Otherwise, it is ``notPermitted``.
    ///
    /// - Parameter denial: The denial to translate.
    public init(_ denial: LicenseDenial) {
        switch denial.reasons.first?.code {
        case .baseExpired?, .moduleExpired?: self = .expired
        case .baseWrongNode?, .moduleWrongNode?: self = .thumbprintChanged
        default: self = .notPermitted
        }
    }

    /// Creates the code for a license file that is refused.
    ///
    /// The code is ``thumbprintChanged`` if the license is bound to other nodes. Otherwise, it is ``noValidLicense``.
    ///
    /// - Parameter error: The error to translate.
    public init(_ error: LicenseError) {
        self = error.code == .wrongNode ? .thumbprintChanged : .noValidLicense
    }

    /// The general meaning of the code, in English, which is the `description` of the platform's error responses.
    ///
    /// Codes that this release does not define have one meaning: that the license cannot be used.
    public var meaning: String {
        switch self {
        case .expired: "The license has expired."
        case .notPermitted: "The license does not permit the operation."
        case .thumbprintChanged: "The license is bound to the thumbprint of another machine."
        case .olderThanInstalled: "The license was issued before the license that is installed."
        case .noValidLicense: "The file contains no valid license."
        default: "The license cannot be used."
        }
    }
}
