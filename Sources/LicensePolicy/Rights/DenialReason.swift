public import LicenseModel

/// One reason why something is denied, with the license concerned and the numbers.
///
/// ```swift
/// for reason in denial.reasons where reason.code == .moduleExpired {
///     print(reason.slot, reason.licenseID, reason.instant, catalog.text(of: reason)[.english])
/// }
/// ```
public struct DenialReason: Sendable, Hashable, Codable {
    /// The name of a reason, such as `module-expired`.
    public typealias Code = LicenseCode<DenialReason>

    /// The reason's name, for programs.
    public let code: Code

    /// The base or the module that the reason is about.
    ///
    /// Limits are the base license's.
    public let slot: LicenseSlot

    /// The license concerned.
    ///
    /// `nil` if there is none, and for limits.
    public let licenseID: LicenseID?

    /// The instant that the reason is about.
    ///
    /// For `…-not-yet-valid` the license's start, for `…-expired` the first instant at which it is expired, its grace period
    /// included, and for `…-build-not-covered` the last instant of the builds that it covers. `nil` for other reasons.
    public let instant: LicenseInstant?

    /// The feature that the license does not list.
    ///
    /// `nil` for other reasons.
    public let feature: License.Feature?

    /// By how much limits would be passed, one shortage for each unit, ordered by unit.
    ///
    /// Empty for other reasons.
    public let shortages: [LimitShortage]

    /// States a reason, as the unit test of a product needs one.
    ///
    /// - Parameters:
    ///   - code: The reason's name.
    ///   - slot: The base or the module that it is about.
    ///   - licenseID: The license concerned, if there is one.
    ///   - instant: The instant that it is about, if there is one: see ``instant``.
    ///   - feature: The feature that the license does not list, for ``Code/featureNotIncluded``.
    ///   - shortages: By how much limits would be passed, for ``Code/limitReached``.
    public init(
        _ code: Code,
        _ slot: LicenseSlot,
        licenseID: LicenseID? = nil,
        instant: LicenseInstant? = nil,
        feature: License.Feature? = nil,
        shortages: [LimitShortage] = []
    ) {
        self.code = code
        self.slot = slot
        self.licenseID = licenseID
        self.instant = instant
        self.feature = feature
        self.shortages = shortages
    }
}

extension DenialReason: CustomStringConvertible {
    /// The code, the slot and the license, for logs.
    public var description: String {
        "\(self.code) (\(self.slot)" + (self.licenseID.map { ", \($0)" } ?? "") + ")"
    }
}

extension DenialReason.Code {
    /// Some reasons in the order of ``known``, those of one code as they stand.
    static func ordered(_ reasons: [DenialReason]) -> [DenialReason] {
        self.known.flatMap { code in reasons.filter { $0.code == code } }
            + reasons.filter { !self.known.contains($0.code) }
    }
}
