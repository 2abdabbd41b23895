public import LicenseModel

/// Something about a license or the clock that an operator should look at.
///
/// It changes no right.
public struct LicenseFinding: Sendable, Equatable, Codable {
    /// The name of a finding, such as `clock-suspect`.
    public typealias Code = LicenseCode<LicenseFinding>

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
