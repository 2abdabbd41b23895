public import LicenseModel

/// One reason why something is denied, with the license concerned and the numbers.
///
/// ```swift
/// for reason in denial.reasons where reason.code == .moduleExpired {
///     print(reason.slot, reason.licenseID, reason.instant, reason.message[.english])
/// }
/// ```
public struct DenialReason: Sendable, Hashable, Codable {
    /// The name of a reason.
    public struct Code: OpenCode {
        /// The reason's name, such as `module-expired`.
        public let rawValue: String

        /// Takes a reason's name, whether or not this release knows it.
        ///
        /// - Parameter rawValue: The name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// No base license is loaded.
        public static let baseMissing = Code(rawValue: "base-missing")

        /// The base license does not cover this build of the product.
        public static let baseBuildNotCovered = Code(rawValue: "base-build-not-covered")

        /// The base license is bound to other nodes.
        public static let baseWrongNode = Code(rawValue: "base-wrong-node")

        /// The base license starts in the future.
        public static let baseNotYetValid = Code(rawValue: "base-not-yet-valid")

        /// The base license has expired, its grace period included.
        public static let baseExpired = Code(rawValue: "base-expired")

        /// No license for the module is loaded.
        public static let moduleNotActivated = Code(rawValue: "module-not-activated")

        /// The module's license does not cover this build of the product.
        public static let moduleBuildNotCovered = Code(rawValue: "module-build-not-covered")

        /// The module's license is bound to other nodes.
        public static let moduleWrongNode = Code(rawValue: "module-wrong-node")

        /// The module's license starts in the future.
        public static let moduleNotYetValid = Code(rawValue: "module-not-yet-valid")

        /// The module's license has expired, its grace period included.
        public static let moduleExpired = Code(rawValue: "module-expired")

        /// The license lists its features, and this one is not among them.
        public static let featureNotIncluded = Code(rawValue: "feature-not-included")

        /// An addition would go over limits of the base license.
        public static let limitReached = Code(rawValue: "limit-reached")

        /// The reasons of this release, in the order in which a denial lists them.
        public static let known: [Code] = [
            .baseMissing, .baseBuildNotCovered, .baseWrongNode, .baseNotYetValid, .baseExpired, .moduleNotActivated,
            .moduleBuildNotCovered, .moduleWrongNode, .moduleNotYetValid, .moduleExpired, .featureNotIncluded,
            .limitReached,
        ]
    }

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
        let groups = Dictionary(grouping: reasons, by: \.code)
        return self.known.flatMap { groups[$0] ?? [] } + reasons.filter { !self.known.contains($0.code) }
    }
}
