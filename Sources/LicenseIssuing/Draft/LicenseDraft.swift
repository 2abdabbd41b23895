public import LicenseModel

/// What a license is to say, before it is signed.
///
/// The types keep out most of what would be wrong: an edition on a license for modules, an end on a perpetual one, a name
/// that is no identifier. What they leave, ``problems(signedAt:for:)`` lists. Who issues it and for which product is the
/// ``LicenseIssuer``'s to say, and when it is signed nobody's: that is always the time of signing.
///
/// ```swift
/// var draft = LicenseDraft(
///     for: licensee, .base(edition: "standard", limits: ["cores": .count(10)]), type: .paid, term: .days(365)
/// )
/// draft.graceDays = 14
/// ```
public struct LicenseDraft: Sendable, Hashable {
    /// What a license is for.
    public enum Scope: Sendable, Hashable {
        /// The product: its edition, how much it covers (one unit or more), and modules that come
        /// with it.
        case base(edition: License.Edition, limits: [LimitUnit: License.Limit], bundling: [License.Module] = [])

        /// Modules, 1 to 64, and how much they cover by themselves.
        case plus([License.Module], limits: [LimitUnit: License.Limit] = [:])
    }

    /// When a license starts to be in force.
    public enum Start: Sendable, Hashable {
        /// When it is signed.
        case whenSigned

        /// At an instant: `nbf`.
        case at(LicenseInstant)

        /// The instant, or `nil` if it is that of signing.
        var instant: LicenseInstant? {
            switch self {
            case .whenSigned: nil
            case .at(let instant): instant
            }
        }
    }

    /// When builds of the product may be made that a license covers.
    public enum Updates: Sendable, Hashable {
        /// At any time.
        case unlimited

        /// Until an instant, and at it: `license.updatesUntil`.
        case until(LicenseInstant)

        /// The instant, or `nil` if there is none.
        var end: LicenseInstant? {
            switch self {
            case .unlimited: nil
            case .until(let instant): instant
            }
        }
    }

    /// The name of a member of `license` that a reader may be obliged to understand, such as `limits`.
    public typealias Member = LicenseCode<LicenseDraft>

    /// The license's id, unique for the issuer: `jti`.
    public var id: LicenseID

    /// Whom it is issued to: `sub`.
    public var licensee: ClaimString

    /// What it is for.
    public var scope: Scope

    /// The commercial type.
    public var type: LicenseType

    /// When it starts to be in force.
    public var start: Start

    /// Until when it is in force.
    public var term: Term

    /// The licensee's organization.
    public var organization: ClaimString?

    /// The only features that it covers, at most 1,024, or all.
    public var features: LicenseRequirement<Set<License.Feature>> = .any

    /// The thumbprints of the nodes that may use it, 1 to 64, or any node.
    public var nodes: LicenseRequirement<[ClaimString]> = .any

    /// A number that rises with each license issued to the same licensee, 0 to 2^53 - 1.
    public var sequence: Int?

    /// How many days before the end a reminder is due, 1 to 365, instead of the product's 14.
    public var reminderDays: Int?

    /// How many days after its expiry it still counts as in force, 1 to 365.
    public var graceDays: Int?

    /// When builds of the product may be made that it covers.
    public var updates: Updates = .unlimited

    /// The members that a reader must understand, or refuse the license.
    ///
    /// Every reader of the format understands them all. The list is for members that later releases add.
    public var critical: Set<Member> = []

    /// Whether an edition, module or unit that the product's catalog does not have is taken, and a type that is not one of the
    /// format's.
    ///
    /// Otherwise it counts as a typo, and is a problem.
    public var allowsUnknownNames = false

    /// Drafts a license.
    ///
    /// - Parameters:
    ///   - licensee: Whom it is issued to.
    ///   - scope: What it is for.
    ///   - type: The commercial type.
    ///   - term: Until when it is in force.
    ///   - start: When it starts to be in force. By default when it is signed.
    ///   - id: Its id. By default a new random one.
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
