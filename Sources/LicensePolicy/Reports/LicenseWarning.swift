public import LicenseModel

/// Something that an operator should know before licenses are installed or removed.
///
/// It stops nothing.
public struct LicenseWarning: Sendable, Equatable, Codable {
    /// The name of a warning, such as `limit-lowered`.
    public typealias Code = LicenseCode<LicenseWarning>

    /// What to know.
    public let code: Code

    /// The base or the module that it is about.
    ///
    /// `nil` if it is about a license as a whole, or the login.
    public internal(set) var slot: LicenseSlot?

    /// The license concerned.
    ///
    /// `nil` if none is.
    public internal(set) var licenseID: LicenseID?

    /// The feature that can no longer be used.
    ///
    /// `nil` for other warnings, and if no feature is named.
    public internal(set) var feature: License.Feature?

    /// The unit whose limit falls.
    ///
    /// `nil` for other warnings.
    public internal(set) var unit: LimitUnit?

    /// The limit before.
    ///
    /// `nil` for other warnings.
    public internal(set) var limit: License.Limit?

    /// The limit after.
    ///
    /// `nil` for other warnings.
    public internal(set) var newLimit: License.Limit?

    /// How many are in use, for ``Code/overLimit``.
    ///
    /// `nil` for other warnings.
    public internal(set) var used: Int?

    /// When the license ended.
    ///
    /// `nil` for other warnings.
    public internal(set) var instant: LicenseInstant?

    /// The edition after.
    ///
    /// `nil` for other warnings.
    public internal(set) var edition: License.Edition?

    init(_ code: Code, _ slot: LicenseSlot? = nil, licenseID: LicenseID? = nil) {
        self.code = code
        self.slot = slot
        self.licenseID = licenseID
    }

    /// What an operator reads.
    public var message: LicenseMessage {
        LicenseMessage(
            "warning.\(self.code)",
            self.slot?.module,
            licenseIDs: self.licenseID.map { [$0] } ?? [],
            feature: self.feature,
            unit: self.unit,
            until: self.instant,
            limit: self.limit,
            newLimit: self.newLimit,
            edition: self.edition,
            used: self.used,
            code: self.code.rawValue
        )
    }
}
