/// Something that people are told: which sentence it is, and what the sentence is about.
///
/// A ``ProductCatalog`` makes the text of it, with the product's names and in each of its languages:
///
/// ```swift
/// for reminder in gate.entitlements.reminders {
///     page.add(catalog.text(of: reminder.message)["de"])
/// }
/// ```
///
/// A product that writes a sentence by itself finds in it what the sentence is about, as values.
public struct LicenseMessage: Sendable {
    /// The name of a sentence or a word, such as `reason.base-expired` or `status.valid`.
    ///
    /// `Documentation/Languages.md` lists them.
    public struct Key: OpenCode, CodingKeyRepresentable, ExpressibleByStringLiteral {
        /// The key's name.
        public let rawValue: String

        /// Takes a key's name, whether or not this release knows it.
        ///
        /// - Parameter rawValue: The name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Takes a literal in the source.
        ///
        /// - Parameter value: The key's name.
        public init(stringLiteral value: String) {
            self.init(rawValue: value)
        }

        /// The keys of this release, in the order in which they are listed.
        public static let known: [Key] = MessageTexts.all.map { Key(rawValue: $0.key) }
    }

    /// Which sentence it is.
    ///
    /// A key that this release does not know is told by its kind's key `….other`.
    public let key: Key

    /// The licenses that it is about.
    public let licenseIDs: [LicenseID]

    /// The module that it is about, or `nil` if it is about the product itself.
    public let module: License.Module?

    /// The feature that it is about.
    public let feature: License.Feature?

    /// The unit that it is about.
    public let unit: LimitUnit?

    /// The instant that it is about, such as when a license starts or has expired.
    public let instant: LicenseInstant?

    /// The end that it names.
    public let until: LicenseInstant?

    /// How many days remain.
    public let days: Int?

    /// The limit that it names.
    public let limit: License.Limit?

    /// The limit that comes in place of ``limit``.
    public let newLimit: License.Limit?

    /// The edition that it names.
    public let edition: License.Edition?

    /// How many are in use.
    public let used: Int?

    /// How many are asked for.
    public let requested: Int?

    /// The status that it names.
    public let status: LicenseStatus?

    /// The code that the message is about, for programs.
    public let code: String?

    /// The member of a license's claims that is wrong, as a path.
    public let member: String?

    /// The number of the block of a file that is wrong.
    public let block: Int?

    /// Makes a message of what it is about.
    package init(
        _ key: String,
        _ module: License.Module? = nil,
        licenseIDs: [LicenseID] = [],
        feature: License.Feature? = nil,
        unit: LimitUnit? = nil,
        instant: LicenseInstant? = nil,
        until: LicenseInstant? = nil,
        days: Int? = nil,
        limit: License.Limit? = nil,
        newLimit: License.Limit? = nil,
        edition: License.Edition? = nil,
        used: Int? = nil,
        requested: Int? = nil,
        status: LicenseStatus? = nil,
        code: String? = nil,
        member: String? = nil,
        block: Int? = nil
    ) {
        self.key = Key(rawValue: key)
        self.licenseIDs = licenseIDs
        self.module = module
        self.feature = feature
        self.unit = unit
        self.instant = instant
        self.until = until
        self.days = days
        self.limit = limit
        self.newLimit = newLimit
        self.edition = edition
        self.used = used
        self.requested = requested
        self.status = status
        self.code = code
        self.member = member
        self.block = block
    }
}
