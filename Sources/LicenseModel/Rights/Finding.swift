/// Something about a licence or the clock that an operator should look at.
///
/// It changes no right.
public struct Finding: Sendable, Equatable, Codable {
    /// The names of the findings, ordered by their bytes.
    public enum Code: String, Sendable, Hashable, Codable, CaseIterable {
        /// The licence does not cover this build of the product, and is left out.
        case buildNotCovered = "build-not-covered"

        /// The clock is behind the time that has been seen, or differs from another node's. No licence is concerned.
        case clockSuspect = "clock-suspect"

        /// The licence was signed more than a day from now: a clock is wrong.
        case issuedInFuture = "issued-in-future"

        /// The module's licence was issued by or to another than the base licence.
        case licenseeDiffers = "licensee-differs"
    }

    /// What was found.
    public let code: Code

    /// The licence concerned, where there is one.
    public let licenseID: LicenseID?

    /// States a finding.
    package init(_ code: Code, _ licenseID: LicenseID? = nil) {
        self.code = code
        self.licenseID = licenseID
    }
}

extension Finding: Comparable {
    /// Orders findings by code, then by licence.
    ///
    /// - Parameters:
    ///   - lhs: A finding.
    ///   - rhs: Another finding.
    /// - Returns: Whether `lhs` comes first.
    public static func < (lhs: Finding, rhs: Finding) -> Bool {
        (lhs.code.rawValue, lhs.licenseID?.rawValue ?? "") < (rhs.code.rawValue, rhs.licenseID?.rawValue ?? "")
    }
}
