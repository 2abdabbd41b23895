public import LicenseModel

/// Something about a license or the clock that an operator should look at.
///
/// It changes no right.
public struct LicenseFinding: Sendable, Hashable, Codable {
    /// The name of a finding.
    public struct Code: OpenCode {
        /// The finding's name, such as `clock-suspect`.
        public let rawValue: String

        /// Takes a finding's name, whether or not this release knows it.
        ///
        /// - Parameter rawValue: The name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The license does not cover this build of the product, and is excluded.
        public static let buildNotCovered = Code(rawValue: "build-not-covered")

        /// The clock is behind the time that has been seen, or differs from another node's.
        ///
        /// No license is concerned.
        public static let clockSuspect = Code(rawValue: "clock-suspect")

        /// The license was signed more than a day from now: a clock is wrong.
        public static let issuedInFuture = Code(rawValue: "issued-in-future")

        /// The module's license was issued by or to another than the base license.
        public static let licenseeDiffers = Code(rawValue: "licensee-differs")

        /// The license is bound to other nodes, and is excluded.
        public static let wrongNode = Code(rawValue: "wrong-node")

        /// The findings of this release, ordered by their bytes.
        public static let known: [Code] = [
            .buildNotCovered, .clockSuspect, .issuedInFuture, .licenseeDiffers, .wrongNode,
        ]
    }

    /// What was found.
    public let code: Code

    /// The license concerned.
    ///
    /// `nil` if none is.
    public let licenseID: LicenseID?

    /// States a finding, as the unit test of a product needs one.
    ///
    /// - Parameters:
    ///   - code: What was found.
    ///   - licenseID: The license concerned, if one is.
    public init(_ code: Code, licenseID: LicenseID? = nil) {
        self.code = code
        self.licenseID = licenseID
    }
}

extension LicenseFinding: Comparable, CustomStringConvertible {
    /// Orders findings by code, then by license.
    ///
    /// - Parameters:
    ///   - lhs: A finding.
    ///   - rhs: Another finding.
    /// - Returns: Whether `lhs` comes first.
    public static func < (lhs: LicenseFinding, rhs: LicenseFinding) -> Bool {
        (lhs.code.rawValue, lhs.licenseID?.rawValue ?? "") < (rhs.code.rawValue, rhs.licenseID?.rawValue ?? "")
    }

    /// The code and the license, for logs.
    public var description: String {
        self.code.rawValue + (self.licenseID.map { " \($0)" } ?? "")
    }
}
