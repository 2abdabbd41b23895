public import LicenseModel

/// The platform's codes for what goes wrong with licences.
public enum PlatformErrorCode: String, Sendable, Hashable, Codable, CaseIterable {
    /// A licence has expired.
    case expired = "LICENSE.1000"

    /// The licences do not permit the operation.
    case notPermitted = "LICENSE.1001"

    /// The licence is bound to other nodes: the machine's thumbprint is not among them.
    case thumbprintChanged = "LICENSE.1002"

    /// The licence was issued before the one that is installed.
    ///
    /// It is the answer to a store's `older-than-installed`.
    case olderThanInstalled = "LICENSE.1004"

    /// What was uploaded holds no licence that is valid here.
    case noValidLicense = "LICENSE.1006"

    /// The code for a denial, which is that of its first reason: expired, or else not permitted.
    ///
    /// - Parameter denial: The denial.
    public init(_ denial: LicenseDenial) {
        switch denial.reasons.first?.code {
        case .baseExpired, .moduleExpired: self = .expired
        default: self = .notPermitted
        }
    }

    /// The code for a licence text that is refused: the thumbprint where it is for other nodes, or else no valid licence.
    ///
    /// - Parameter error: Why it is refused.
    public init(_ error: LicenseError) {
        self = error.code == .wrongNode ? .thumbprintChanged : .noValidLicense
    }

    /// What the code means, in English.
    var meaning: String {
        switch self {
        case .expired: "The licence has expired."
        case .notPermitted: "The licence does not permit the operation."
        case .thumbprintChanged: "The licence is for the thumbprint of another machine."
        case .olderThanInstalled: "The licence was issued before the one that is installed."
        case .noValidLicense: "The file holds no valid licence."
        }
    }
}
