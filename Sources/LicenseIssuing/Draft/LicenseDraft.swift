public import LicenseModel

/// What a license is to say, before it is signed.
///
/// The types keep out most of what would be wrong: an edition on a license for modules, an end on a perpetual one, a name
/// that is no identifier. What they leave, ``problems(signedAt:)`` lists. Who issues it and for which product is the
/// ``LicenseIssuer``'s to say, and when it is signed nobody's: that is always the time of signing.
///
/// ```swift
/// var draft = LicenseDraft(
///     for: licensee, .base(edition: .enterprise, limits: [.hosts: .count(10)]), type: .paid, term: .days(365)
/// )
/// draft.graceDays = 14
/// ```
public struct LicenseDraft: Sendable, Hashable {
    /// What a license is for.
    public enum Scope: Sendable, Hashable {
        /// The platform: its edition, how much it covers (hosts, CPU sockets or both are named), and modules that come
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

    /// The name of a member of `license` that a reader may be obliged to understand.
    public struct Member: OpenCode {
        /// The member's name, such as `limits`.
        public let rawValue: String

        /// Takes a member's name, whether or not this release knows it.
        ///
        /// - Parameter rawValue: The name. An issuer refuses a draft with one that this release does not know.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The category.
        public static let category = Member(rawValue: "category")

        /// The edition.
        public static let edition = Member(rawValue: "edition")

        /// The modules.
        public static let modules = Member(rawValue: "modules")

        /// The commercial type.
        public static let type = Member(rawValue: "type")

        /// Whether it never expires.
        public static let perpetual = Member(rawValue: "perpetual")

        /// How much it covers.
        public static let limits = Member(rawValue: "limits")

        /// The only features that it covers.
        public static let features = Member(rawValue: "features")

        /// The licensee's organization.
        public static let organization = Member(rawValue: "organization")

        /// The nodes that may use it.
        public static let nodes = Member(rawValue: "nodes")

        /// The sequence number.
        public static let sequence = Member(rawValue: "sequence")

        /// The reminder's days.
        public static let reminderDays = Member(rawValue: "reminderDays")

        /// The days of grace.
        public static let graceDays = Member(rawValue: "graceDays")

        /// The last build that it covers.
        public static let updatesUntil = Member(rawValue: "updatesUntil")

        /// The list of critical members itself.
        public static let critical = Member(rawValue: "critical")

        /// The members of this release, in the order of the format's table.
        public static let known: [Member] = [
            .category, .edition, .modules, .type, .perpetual, .limits, .features, .organization, .nodes, .sequence,
            .reminderDays, .graceDays, .updatesUntil, .critical,
        ]
    }

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

    /// Whether an edition, module, type or unit that this release does not know is taken.
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
