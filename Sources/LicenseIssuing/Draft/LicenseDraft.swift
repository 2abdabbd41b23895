public import LicenseModel

/// What a licence is to say, before it is signed.
///
/// The types keep out most of what would be wrong: an edition on a licence for modules, an end on a perpetual one, a name
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
    /// What a licence is for.
    public enum Scope: Sendable, Hashable {
        /// The platform: its edition, how much it covers (hosts, CPU sockets or both are named), and modules that come
        /// with it.
        case base(edition: Edition, limits: [LimitUnit: Limit], bundling: [Module] = [])

        /// Modules, 1 to 64, and how much they cover by themselves.
        case plus([Module], limits: [LimitUnit: Limit] = [:])
    }

    /// A member of `license` that a reader may be obliged to understand.
    public enum Member: String, Sendable, Hashable, CaseIterable {
        /// The category.
        case category

        /// The edition.
        case edition

        /// The modules.
        case modules

        /// The commercial type.
        case type

        /// Whether it never expires.
        case perpetual

        /// How much it covers.
        case limits

        /// The only functions that it covers.
        case features

        /// The licensee's organization.
        case organization

        /// The nodes that may use it.
        case nodes

        /// The sequence number.
        case sequence

        /// The reminder's days.
        case reminderDays

        /// The days of grace.
        case graceDays

        /// The last build that it covers.
        case updatesUntil

        /// The list of critical members itself.
        case critical
    }

    /// The licence's id, unique for the issuer: `jti`.
    public var id: LicenseID

    /// Whom it is issued to: `sub`.
    public var licensee: ClaimString

    /// What it is for.
    public var scope: Scope

    /// The commercial type.
    public var type: LicenseType

    /// When it starts: `nbf`.
    ///
    /// `nil`: when it is signed.
    public var start: Instant?

    /// Until when it is in force.
    public var term: Term

    /// The licensee's organization.
    public var organization: ClaimString?

    /// The only functions that it covers, at most 1,024.
    ///
    /// `nil`: all.
    public var features: Set<Feature>?

    /// The thumbprints of the nodes that may use it, 1 to 64.
    ///
    /// `nil`: any node.
    public var nodes: [ClaimString]?

    /// A number that rises with each licence issued to the same licensee, 0 to 2^53 - 1.
    public var sequence: Int?

    /// How many days before the end a reminder is due, 1 to 365, instead of the product's 14.
    public var reminderDays: Int?

    /// How many days after its expiry it still counts as in force, 1 to 365.
    public var graceDays: Int?

    /// The last build of the product that it covers: builds made after this instant are not.
    public var updatesUntil: Instant?

    /// The members that a reader must understand, or refuse the licence.
    ///
    /// Every reader of the format understands them all. The list is for members that later releases add.
    public var critical: Set<Member> = []

    /// Whether an edition, module, type or unit that this release does not know is taken.
    ///
    /// Otherwise it counts as a typo, and is a problem.
    public var allowsUnknownNames = false

    /// Drafts a licence.
    ///
    /// - Parameters:
    ///   - licensee: Whom it is issued to.
    ///   - scope: What it is for.
    ///   - type: The commercial type.
    ///   - term: Until when it is in force.
    ///   - start: When it starts. `nil`: when it is signed.
    ///   - id: Its id. By default a new random one.
    public init(
        for licensee: ClaimString,
        _ scope: Scope,
        type: LicenseType,
        term: Term,
        start: Instant? = nil,
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
