public import LicenseModel

/// The content of a license that has not been signed yet.
///
/// The types rule out most mistakes, such as a plus license with an edition, a perpetual license with an end, or a name
/// that is not an identifier. ``problems(signedAt:for:)`` finds the rest. The ``LicenseIssuer`` adds the issuer, the
/// product and the time of signing.
///
/// ```swift
/// var draft = LicenseDraft(
///     for: licensee, .base(edition: "standard", limits: ["cores": .count(10)]), type: .paid, term: .days(365)
/// )
/// draft.graceDays = 14
/// ```
public struct LicenseDraft: Sendable, Hashable {
    /// The part of the product that a license covers.
    public enum Scope: Sendable, Hashable {
        /// A base license: the edition, the limits for one or more units, and up to 64 bundled modules.
        case base(edition: License.Edition, limits: [LimitUnit: License.Limit], bundling: [License.Module] = [])

        /// A plus license: 1 to 64 modules, and the limits for their own objects, which can be empty.
        case plus([License.Module], limits: [LimitUnit: License.Limit] = [:])
    }

    /// The start of a license, which determines its `nbf` claim.
    public enum Start: Sendable, Hashable {
        /// The time of signing: the license has no `nbf` claim.
        case whenSigned

        /// An instant, which becomes the `nbf` claim.
        case at(LicenseInstant)

        /// The instant of the start, or `nil` if the license starts at the time of signing.
        var instant: LicenseInstant? {
            switch self {
            case .whenSigned: nil
            case .at(let instant): instant
            }
        }
    }

    /// The builds of the product that a license covers, depending on their date.
    public enum Updates: Sendable, Hashable {
        /// All builds, regardless of their date.
        case unlimited

        /// Builds made at or before an instant, which becomes the `license.updatesUntil` claim.
        case until(LicenseInstant)

        /// The instant of the latest covered build, or `nil` if the license covers all builds.
        var end: LicenseInstant? {
            switch self {
            case .unlimited: nil
            case .until(let instant): instant
            }
        }
    }

    /// The name of a member of the `license` claim, such as `limits`.
    public typealias Member = LicenseCode<LicenseDraft>

    /// The ID of the license, unique among the issuer's licenses: `jti`.
    public var id: LicenseID

    /// The customer that the license is issued to: `sub`.
    public var licensee: ClaimString

    /// The edition and modules that the license covers, and their limits.
    public var scope: Scope

    /// The commercial type, such as `paid` or `trial`: `license.type`.
    public var type: LicenseType

    /// The start of the license: `nbf`.
    public var start: Start

    /// The term of the license: `exp` or `license.perpetual`.
    public var term: Term

    /// The name of the licensee's organization, or `nil` to omit it.
    public var organization: ClaimString?

    /// The features that the license is restricted to, at most 1,024; by default it covers all features.
    public var features: LicenseRequirement<Set<License.Feature>> = .any

    /// The thumbprints of the nodes that the license is restricted to, 1 to 64; by default any node can use it.
    public var nodes: LicenseRequirement<[ClaimString]> = .any

    /// A number that increases with each license issued to the same licensee, from 0 to 2^53 - 1.
    ///
    /// `nil` if the license has no sequence number.
    public var sequence: Int?

    /// The number of days before the end at which reminders start, from 1 to 365.
    ///
    /// `nil` to use the product's default, which is 14 days unless the product configures another number.
    public var reminderDays: Int?

    /// The length of the grace period after the end of the license, from 1 to 365 days.
    ///
    /// `nil` if the license has no grace period.
    public var graceDays: Int?

    /// The builds of the product that the license covers: `license.updatesUntil`.
    public var updates: Updates = .unlimited

    /// The members of the `license` claim that a reader must understand: `license.critical`.
    ///
    /// A reader refuses a license if it does not understand a member in this list. Every reader understands all members
    /// that this release defines, so the list matters only for members that later releases add.
    public var critical: Set<Member> = []

    /// Whether the draft can have names that are not defined.
    ///
    /// By default, an edition, module or unit that the product's catalog does not define, or a type that the license
    /// format does not define, is assumed to be a typo and is reported as a problem.
    public var allowsUnknownNames = false

    /// Creates a draft with the required content of a license.
    ///
    /// - Parameters:
    ///   - licensee: The customer that the license is issued to.
    ///   - scope: The edition and modules that the license covers, and their limits.
    ///   - type: The commercial type.
    ///   - term: The term of the license.
    ///   - start: The start of the license. By default, it starts at the time of signing.
    ///   - id: The ID of the license. By default, a new random ID.
    public init(
        for licensee: ClaimString,
        _ scope: Scope,
        type: LicenseType,
        term: Term,
        start: Start = .whenSigned,
        id: LicenseID = .random()
    ) {
        self.id = id
        self.licensee = licensee
        self.scope = scope
        self.type = type
        self.start = start
        self.term = term
    }
}
