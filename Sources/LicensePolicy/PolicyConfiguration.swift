public import LicenseModel

/// The product's settings for evaluating licenses.
///
/// Every product specifies its node and its build date. Pass `.any` to turn one of these checks off:
///
/// ```swift
/// let configuration = PolicyConfiguration(
///     catalog: catalog,
///     node: .only([try ClaimString(thumbprint)]),
///     build: .made(at: buildDate)
/// )
/// ```
public struct PolicyConfiguration: Sendable, Equatable {
    /// The date of the running build of the product, or the explicit choice not to check it.
    public enum Build: Sendable, Equatable {
        /// Licenses cover any build: a license's `updatesUntil` is not checked.
        case any

        /// The build was made at this instant.
        ///
        /// Licenses whose `updatesUntil` is earlier are excluded, and the time of a gate is never earlier than this
        /// instant.
        case made(at: LicenseInstant)

        /// The instant at which the build was made, or `nil` if it is not checked.
        public var date: LicenseInstant? {
            switch self {
            case .any: nil
            case .made(let instant): instant
            }
        }
    }

    /// The names of the product, its modules and its units in reports and messages.
    public var catalog: ProductCatalog

    /// The thumbprints that identify this node, or `.any` to ignore the binding to nodes.
    ///
    /// A thumbprint is a string that your product derives from stable properties of the machine, such as a machine ID.
    /// The vendor writes it into the licenses for this node. It cannot contain a newline: if you read it from a file,
    /// trim the trailing newline.
    ///
    /// Licenses that are bound to other nodes are excluded. If the set is empty, all licenses that are bound to nodes
    /// are excluded.
    public var node: LicenseRequirement<Set<ClaimString>>

    /// The date of the running build of the product.
    public var build: Build

    /// The number of days before the end at which reminders start, for licenses that do not specify it.
    ///
    /// The default is 14. With 0 or a negative number, no reminder is due before the end.
    public var reminderDays: Int

    /// The grant that applies while there is no current base license.
    ///
    /// ``CommunityGrant/afterExpiry`` decides whether it also applies in place of an expired one. If the grant is `nil`, the
    /// core cannot be operated without a base license.
    public var community: CommunityGrant?

    /// Creates a configuration for a product.
    ///
    /// - Parameters:
    ///   - catalog: The names of the product, its modules and its units.
    ///   - node: The thumbprints of this node, or `.any` to ignore the binding to nodes.
    ///   - build: The date of the running build, or `.any` to ignore `updatesUntil`.
    ///   - reminderDays: The number of days before the end at which reminders start, for licenses that do not specify
    ///     it. By default, 14.
    ///   - community: The grant that applies while there is no current base license, or `nil` for none.
    public init(
        catalog: ProductCatalog,
        node: LicenseRequirement<Set<ClaimString>>,
        build: Build,
        reminderDays: Int = 14,
        community: CommunityGrant? = nil
    ) {
        self.catalog = catalog
        self.node = node
        self.build = build
        self.reminderDays = reminderDays
        self.community = community
    }
}
