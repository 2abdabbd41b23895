public import LicenseModel

/// A snapshot of the entitlements at an instant, for other services and for user interfaces.
///
/// You can encode a report with any encoder. It is not signed and does not replace the licenses: it describes them at
/// ``instant`` and does not change afterwards.
///
/// ```swift
/// let report = gate.report(given: usage)
/// let body = try JSONEncoder().encode(report)
/// ```
public struct EntitlementsReport: Sendable, Equatable, Codable {
    /// The version of the encoding, to which a release can add members without a new version.
    private static let version = 1

    /// The instant at which the licenses were evaluated.
    public let instant: LicenseInstant

    /// The behavior of a user interface at login: proceed, remind or redirect.
    public let login: LoginDirective

    /// The base, then every module that the catalog or a license names, ordered by name.
    public let slots: [SlotReport]

    /// The quota of each unit that is limited, ordered by unit.
    ///
    /// Empty if the report was created without the current usage.
    public let quotas: [LicenseQuota]

    /// The reminders to show at login, for the base first, then for the modules.
    ///
    /// Empty if no reminder is due.
    public let reminders: [LicenseNotice<LicenseReminder>]

    /// The findings that an operator should look at, ordered by code, then by license ID.
    ///
    /// Empty if there are no problems.
    public let findings: [LicenseNotice<LicenseFinding>]

    /// The display names of everything in the report, by key.
    ///
    /// The key of the product is `name`. Other keys are, for example, `modules.replication`, `units.cores`,
    /// `editions.standard`, `status.valid`, `menu.shown` and `login.proceed`.
    public let names: [String: LocalizedText]

    init(_ entitlements: Entitlements, _ findings: [LicenseFinding], given usage: LicenseUsage?) {
        let catalog = entitlements.configuration.catalog
        self.instant = entitlements.instant
        self.login = entitlements.login
        let rules = entitlements.rules
        self.slots = (catalog.slots + entitlements.modules.map(\.slot)).distinct()
            .map { SlotReport(entitlements[$0], rules) }
        self.quotas = usage.map { entitlements.quotas(given: $0) } ?? []
        self.reminders = entitlements.reminders.map { LicenseNotice($0, catalog.text(of: $0.message)) }
        self.findings = findings.map { LicenseNotice($0, catalog.text(of: $0.message)) }
        self.names = Self.names(self.slots, self.quotas, self.login, catalog)
    }

    /// Decodes a report of the supported version.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid, or if the version of the encoding is not 1.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        guard try container.decode(Int.self, forKey: "version") == Self.version else {
            throw DecodingError.dataCorruptedError(
                forKey: "version",
                in: container,
                debugDescription: "The version of a report must be 1"
            )
        }
        self.instant = try container.decode(LicenseInstant.self, forKey: "instant")
        self.login = try container.decode(LoginDirective.self, forKey: "login")
        self.slots =
            [try container.decode(SlotReport.self, forKey: "base")]
            + (try container.decode([SlotReport].self, forKey: "modules"))
        let slots = self.slots.map(\.slot)
        guard slots[0] == .base, zip(slots, slots.dropFirst()).allSatisfy(<) else {
            throw DecodingError.dataCorruptedError(
                forKey: "modules",
                in: container,
                debugDescription: "The base and the modules must be in order and without duplicates"
            )
        }
        // Lookups use binary search.
        self.quotas = try container.decode([LicenseQuota].self, forKey: "quotas").ordered { $0.unit < $1.unit }
        self.reminders = try container.decode([LicenseNotice<LicenseReminder>].self, forKey: "reminders")
            .ordered { $0.value.slot < $1.value.slot }
        self.findings = try container.decode([LicenseNotice<LicenseFinding>].self, forKey: "findings")
        self.names = try container.decode([String: LocalizedText].self, forKey: "names")
    }

    /// Encodes the report, with the base and the modules as separate members.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(Self.version, forKey: "version")
        try container.encode(self.instant, forKey: "instant")
        try container.encode(self.login, forKey: "login")
        try container.encode(self.base, forKey: "base")
        try container.encode(Array(self.modules), forKey: "modules")
        try container.encode(self.quotas, forKey: "quotas")
        try container.encode(self.reminders, forKey: "reminders")
        try container.encode(self.findings, forKey: "findings")
        try container.encode(self.names, forKey: "names")
    }

    /// Accesses the report of a slot.
    ///
    /// - Parameter slot: The slot to look up.
    /// - Returns: The report, or `nil` for a module that neither the catalog nor a license names.
    public subscript(slot: LicenseSlot) -> SlotReport? {
        let index = self.slots.endOfPrefix { $0.slot < slot }
        return index < self.slots.count && self.slots[index].slot == slot ? self.slots[index] : nil
    }

    /// The report of the base slot.
    public var base: SlotReport {
        self.slots[0]
    }

    /// The reports of every module that the catalog or a license names, ordered by name.
    public var modules: ArraySlice<SlotReport> {
        self.slots.dropFirst()
    }

    /// Returns the slots in either of two reports, in order and without duplicates.
    func slots(with other: EntitlementsReport) -> [LicenseSlot] {
        (self.slots + other.slots).map(\.slot).distinct()
    }
}

extension Entitlements {
    /// Creates a report of the entitlements, for other services and for user interfaces.
    ///
    /// To include findings about the machine's clock, use ``LicenseGate/report(given:)``.
    ///
    /// - Parameter usage: The current usage. If it is `nil`, the report has no quotas.
    /// - Returns: The report at ``instant``.
    public func report(given usage: LicenseUsage? = nil) -> EntitlementsReport {
        EntitlementsReport(self, self.findings, given: usage)
    }
}
