public import LicenseModel
public import LicensePolicy

/// The platform's codes for what goes wrong with licenses.
public struct PlatformErrorCode: OpenCode {
    /// The code's name, such as `LICENSE.1000`.
    public let rawValue: String

    /// Takes a code's name, whether or not this release knows it.
    ///
    /// - Parameter rawValue: The name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A license has expired.
    public static var expired: PlatformErrorCode { PlatformErrorCode(rawValue: "LICENSE.1000") }

    /// The licenses do not permit the operation.
    public static var notPermitted: PlatformErrorCode { PlatformErrorCode(rawValue: "LICENSE.1001") }

    /// The license is bound to other nodes: the machine's thumbprint is not among them.
    public static var thumbprintChanged: PlatformErrorCode { PlatformErrorCode(rawValue: "LICENSE.1002") }

    /// The license was issued before the one that is installed.
    ///
    /// It is the answer to a store's `older-than-installed`.
    public static var olderThanInstalled: PlatformErrorCode { PlatformErrorCode(rawValue: "LICENSE.1004") }

    /// What was uploaded holds no license that is valid here.
    public static var noValidLicense: PlatformErrorCode { PlatformErrorCode(rawValue: "LICENSE.1006") }

    /// The codes of this release.
    public static let known: [PlatformErrorCode] = [
        .expired, .notPermitted, .thumbprintChanged, .olderThanInstalled, .noValidLicense,
    ]

    /// The code for a denial, which is that of its first reason: expired, for another node, or else not permitted.
    ///
    /// - Parameter denial: The denial.
    public init(_ denial: LicenseDenial) {
        switch denial.reasons.first?.code {
        case .baseExpired?, .moduleExpired?: self = .expired
        case .baseWrongNode?, .moduleWrongNode?: self = .thumbprintChanged
        default: self = .notPermitted
        }
    }

    /// The code for a license text that is refused: the thumbprint if it is for other nodes, or else no valid license.
    ///
    /// - Parameter error: Why it is refused.
    public init(_ error: LicenseError) {
        self = error.code == .wrongNode ? .thumbprintChanged : .noValidLicense
    }

    /// What the code means, in English.
    var meaning: String {
        switch self {
        case .expired: "The license has expired."
        case .notPermitted: "The license does not permit the operation."
        case .thumbprintChanged: "The license is for the thumbprint of another machine."
        case .olderThanInstalled: "The license was issued before the one that is installed."
        case .noValidLicense: "The file holds no valid license."
        default: "The license cannot be used."
        }
    }
}
