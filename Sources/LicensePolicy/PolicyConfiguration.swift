public import LicenseModel

/// What a product decides about its licenses, beside what they say themselves.
///
/// Which node this is and when the build was made are asked of every product. `.any` turns a check off, and says so:
///
/// ```swift
/// let configuration = PolicyConfiguration(
///     catalog: catalog,
///     node: .only([try ClaimString(thumbprint)]),
///     build: .made(at: buildDate)
/// )
/// ```
public struct PolicyConfiguration: Sendable, Equatable {
    /// When the running build of the product was made.
    public enum Build: Sendable, Equatable {
        /// Licenses count for any build: a license's `updatesUntil` is not checked.
        case any

        /// Licenses for older builds alone are excluded, and a gate's time never falls below this instant.
        case made(at: LicenseInstant)

        /// When the build was made, or `nil` if that is not checked.
        public var date: LicenseInstant? {
            switch self {
            case .any: nil
            case .made(let instant): instant
            }
        }
    }

    /// What the product and its modules and units are called, in reports and messages.
    public var catalog: ProductCatalog

    /// The thumbprints of this node, one or several.
    ///
    /// A thumbprint is a text that the product makes of what stays the same on its machine, such as a machine id, and that its
    /// vendor writes into licenses for this node. It has no newline: a file's text ends with one that you cut off.
    ///
    /// Licenses that are bound to other nodes are excluded. ``LicenseModel/LicenseRequirement/any``: binding to nodes is not
    /// checked.
    public var node: LicenseRequirement<Set<ClaimString>>

    /// When the running build of the product was made.
    public var build: Build

    /// How many days before the end a reminder is due, if the license does not say: 14.
    public var reminderDays: Int

    /// What is granted while no base license counts.
    ///
    /// `nil`: nothing.
    public var community: CommunityGrant?

    /// Makes a configuration.
    ///
    /// - Parameters:
    ///   - catalog: What the product and its modules and units are called.
    ///   - node: The thumbprints of this node, or `.any`.
    ///   - build: When the running build of the product was made, or `.any`.
    ///   - reminderDays: How many days before the end a reminder is due, if the license does not say.
    ///   - community: What is granted while no base license counts. `nil`: nothing.
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
