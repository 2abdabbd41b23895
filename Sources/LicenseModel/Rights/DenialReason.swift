/// One reason why something is denied, with the licence concerned and the numbers.
public enum DenialReason: Sendable, Hashable {
    /// No base licence is loaded.
    case baseMissing

    /// The base licence does not cover this build of the product, only builds up to an instant.
    case baseBuildNotCovered(LicenseID, updatesUntil: Instant)

    /// The base licence starts in the future.
    case baseNotYetValid(LicenseID, from: Instant)

    /// The base licence has expired, its grace included.
    case baseExpired(LicenseID, since: Instant)

    /// No licence for the module is loaded.
    case moduleNotActivated(Module)

    /// The module's licence does not cover this build of the product, only builds up to an instant.
    case moduleBuildNotCovered(Module, LicenseID, updatesUntil: Instant)

    /// The module's licence starts in the future.
    case moduleNotYetValid(Module, LicenseID, from: Instant)

    /// The module's licence has expired, its grace included.
    case moduleExpired(Module, LicenseID, since: Instant)

    /// The licence lists its functions, and this one is not among them.
    case featureNotIncluded(Feature, LicenseID)

    /// An addition would go over limits of the base licence, one shortage for each unit, ordered by unit.
    case limitReached([LimitShortage])

    /// The names of the reasons, in the order in which a denial lists them.
    public enum Code: String, Sendable, Hashable, Codable, CaseIterable {
        /// No base licence is loaded.
        case baseMissing = "base-missing"

        /// The base licence does not cover this build.
        case baseBuildNotCovered = "base-build-not-covered"

        /// The base licence starts in the future.
        case baseNotYetValid = "base-not-yet-valid"

        /// The base licence has expired.
        case baseExpired = "base-expired"

        /// No licence for the module is loaded.
        case moduleNotActivated = "module-not-activated"

        /// The module's licence does not cover this build.
        case moduleBuildNotCovered = "module-build-not-covered"

        /// The module's licence starts in the future.
        case moduleNotYetValid = "module-not-yet-valid"

        /// The module's licence has expired.
        case moduleExpired = "module-expired"

        /// The licence does not name the function.
        case featureNotIncluded = "feature-not-included"

        /// The limit would be passed.
        case limitReached = "limit-reached"
    }

    /// The reason's name, which does not change from release to release.
    public var code: Code {
        switch self {
        case .baseMissing: .baseMissing
        case .baseBuildNotCovered: .baseBuildNotCovered
        case .baseNotYetValid: .baseNotYetValid
        case .baseExpired: .baseExpired
        case .moduleNotActivated: .moduleNotActivated
        case .moduleBuildNotCovered: .moduleBuildNotCovered
        case .moduleNotYetValid: .moduleNotYetValid
        case .moduleExpired: .moduleExpired
        case .featureNotIncluded: .featureNotIncluded
        case .limitReached: .limitReached
        }
    }

    /// The licence concerned, where there is one.
    public var licenseID: LicenseID? {
        switch self {
        case .baseMissing, .moduleNotActivated, .limitReached: nil
        case .baseBuildNotCovered(let id, _), .baseNotYetValid(let id, _), .baseExpired(let id, _),
            .moduleBuildNotCovered(_, let id, _), .moduleNotYetValid(_, let id, _), .moduleExpired(_, let id, _),
            .featureNotIncluded(_, let id):
            id
        }
    }
}
