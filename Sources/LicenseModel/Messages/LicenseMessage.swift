/// A message for people, as a key and the values that the message is about.
///
/// A ``ProductCatalog`` renders it as text, with the product's names, in each of the product's languages:
///
/// ```swift
/// for reminder in gate.entitlements.reminders {
///     page.add(catalog.text(of: reminder.message)["de"])
/// }
/// ```
///
/// If your product writes its own sentences, use the message's properties.
public struct LicenseMessage: Sendable {
    /// The key of a message's text, such as `reason.base-expired` or `status.valid`.
    ///
    /// `Documentation/Languages.md` lists all keys.
    public struct Key: ExtensibleCode, CodingKeyRepresentable, ExpressibleByStringLiteral {
        /// The key as written in a catalog.
        public let rawValue: String

        /// Creates a key, which does not have to be known to this release.
        ///
        /// - Parameter rawValue: The key as written in a catalog.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Creates a key from a string literal.
        ///
        /// - Parameter value: The key as written in a catalog.
        public init(stringLiteral value: String) {
            self.init(rawValue: value)
        }

        /// All keys that this release defines, in the order of `Documentation/Languages.md`.
        public static let known: [Key] = MessageTexts.keys
    }

    /// The key of the message's text.
    ///
    /// If this release does not define the key, a catalog uses the general text for keys of the same kind, such as
    /// `reason.other`.
    public let key: Key

    /// The IDs of the licenses that the message is about, which can be empty.
    public let licenseIDs: [LicenseID]

    /// The issuers of the licenses, or an empty array if the message is not about them.
    public let issuers: [ClaimString]

    /// The module that the message is about, or `nil` if it is about the product itself.
    public let module: License.Module?

    /// The nodes of the license and this node, or `nil` if the message is not about them.
    public let nodes: NodeMismatch?

    /// The feature that the message is about, or `nil` if the message does not have one.
    public let feature: License.Feature?

    /// The unit of the message's limits and amounts, or `nil` if the message does not have one.
    public let unit: LimitUnit?

    /// The instant that the message is about, such as the start or the end of a license, or `nil` if the message does
    /// not have one.
    public let instant: LicenseInstant?

    /// The end of the period that the message is about, or `nil` if the message does not have one.
    public let until: LicenseInstant?

    /// The number of days that remain until the end, or `nil` if the message does not state it.
    public let days: Int?

    /// The limit that the message is about, or `nil` if the message does not have one.
    public let limit: License.Limit?

    /// The new limit, which replaces ``limit``, or `nil` if the message does not have one.
    public let newLimit: License.Limit?

    /// The edition that the message is about, or `nil` if the message does not have one.
    public let edition: License.Edition?

    /// The number of units that are in use, or `nil` if the message does not state it.
    public let used: Int?

    /// The number of units that are in use beyond the limit.
    public let overage: Int?

    /// The number of units that are requested in addition.
    public let requested: Int?

    /// The status that the message is about, or `nil` if the message does not have one.
    public let status: LicenseStatus?

    /// The code that the message explains, such as the code of an error or a reason, or `nil` if the message does not
    /// have one.
    public let code: String?

    /// The member of a license's claims that an error is about, as a path such as `license.limits.cores`.
    ///
    /// `nil` if the message is not about a member.
    public let member: String?

    /// The number of the invalid armored block in a file, starting at 1, or `nil` if the message does not have one.
    public let block: Int?

    /// The number of the line of a file that an error is about, starting at 1, or `nil` if the message does not have one.
    public let line: Int?

    /// The file that the message is about, with unprintable characters escaped, or `nil` if it is not about a file.
    public let file: String?

    /// Creates a message from its key and values.
    package init(
        _ key: String,
        _ module: License.Module? = nil,
        licenseIDs: [LicenseID] = [],
        issuers: [ClaimString] = [],
        nodes: NodeMismatch? = nil,
        feature: License.Feature? = nil,
        unit: LimitUnit? = nil,
        instant: LicenseInstant? = nil,
        until: LicenseInstant? = nil,
        days: Int? = nil,
        limit: License.Limit? = nil,
        newLimit: License.Limit? = nil,
        edition: License.Edition? = nil,
        used: Int? = nil,
        overage: Int? = nil,
        requested: Int? = nil,
        status: LicenseStatus? = nil,
        code: String? = nil,
        member: String? = nil,
        block: Int? = nil,
        line: Int? = nil,
        file: String? = nil
    ) {
        self.key = Key(rawValue: key)
        self.licenseIDs = licenseIDs
        self.issuers = issuers
        self.module = module
        self.nodes = nodes
        self.feature = feature
        self.unit = unit
        self.instant = instant
        self.until = until
        self.days = days
        self.limit = limit
        self.newLimit = newLimit
        self.edition = edition
        self.used = used
        self.overage = overage
        self.requested = requested
        self.status = status
        self.code = code
        self.member = member
        self.block = block
        self.line = line
        self.file = file
    }
}
