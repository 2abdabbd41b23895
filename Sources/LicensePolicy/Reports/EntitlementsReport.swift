public import LicenseModel

/// What licenses grant at an instant, as data for other services and for pages.
///
/// It travels by any coder. It is what was true at ``instant``, and says so: a report is no license, and nothing makes one of
/// it.
public struct EntitlementsReport: Sendable, Equatable, Codable {
    private enum CodingKeys: CodingKey {
        case version, instant, login, base, modules, quotas, reminders, findings, names
    }

    /// The version of the form, in which members may be added: 1.
    public static let currentVersion = 1

    /// The version of the form.
    public let version: Int

    /// When this was so.
    public let instant: LicenseInstant

    /// What a user interface does at login.
    public let login: LoginDirective

    /// The base, then the modules of the product's catalog and every other that a license names, ordered by their bytes.
    public let slots: [SlotReport]

    /// The quota of each unit that is limited, ordered by unit.
    ///
    /// Empty if the report was made without saying what is in use.
    public let quotas: [LicenseQuota]

    /// What to remind of at login, the base first, then the modules.
    public let reminders: [Localized<LicenseReminder>]

    /// What an operator should look at, ordered by code, then by license.
    public let findings: [Localized<LicenseFinding>]

    /// What people call what the report is about, by keys: `name` for the product, then such as `modules.replication`,
    /// `units.cores`, `editions.standard`, `status.valid`, `menu.shown` and `login.proceed`.
    public let names: [String: LocalizedText]

    init(_ entitlements: Entitlements, _ findings: [LicenseFinding], given usage: LicenseUsage?) {
        let catalog = entitlements.configuration.catalog
        self.version = Self.currentVersion
        self.instant = entitlements.instant
        self.login = entitlements.login
        let ruling = entitlements.ruling
        self.slots = (catalog.slots + entitlements.modules.map(\.slot)).distinct()
            .map { SlotReport(entitlements[$0], ruling) }
        self.quotas = usage.map { entitlements.quotas(given: $0) } ?? []
        self.reminders = entitlements.reminders.map { Localized($0, catalog.text(of: $0.message)) }
        self.findings = findings.map { Localized($0, catalog.text(of: $0.message)) }
        self.names = Self.names(self.slots, self.quotas, self.login, catalog)
    }

    /// Reads a report.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` where it is none, or one of another version.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.version = try container.decode(Int.self, forKey: .version)
        guard self.version == Self.currentVersion else {
            throw DecodingError.dataCorruptedError(
                forKey: .version,
                in: container,
                debugDescription: "A report has another version than 1"
            )
        }
        self.instant = try container.decode(LicenseInstant.self, forKey: .instant)
        self.login = try container.decode(LoginDirective.self, forKey: .login)
        self.slots =
            [try container.decode(SlotReport.self, forKey: .base)]
            + (try container.decode([SlotReport].self, forKey: .modules))
        let slots = self.slots.map(\.slot)
        guard slots[0] == .base, zip(slots, slots.dropFirst()).allSatisfy(<) else {
            throw DecodingError.dataCorruptedError(
                forKey: .modules,
                in: container,
                debugDescription: "The base or the modules are not there once, in order"
            )
        }
        // They are looked up by their order.
        self.quotas = try container.decode([LicenseQuota].self, forKey: .quotas).ordered { $0.unit < $1.unit }
        self.reminders = try container.decode([Localized<LicenseReminder>].self, forKey: .reminders)
            .ordered { $0.value.subject < $1.value.subject }
        self.findings = try container.decode([Localized<LicenseFinding>].self, forKey: .findings)
        self.names = try container.decode([String: LocalizedText].self, forKey: .names)
    }

    /// Writes a report.
    ///
    /// - Parameter encoder: The encoder.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(self.version, forKey: .version)
        try container.encode(self.instant, forKey: .instant)
        try container.encode(self.login, forKey: .login)
        try container.encode(self.base, forKey: .base)
        try container.encode(Array(self.modules), forKey: .modules)
        try container.encode(self.quotas, forKey: .quotas)
        try container.encode(self.reminders, forKey: .reminders)
        try container.encode(self.findings, forKey: .findings)
        try container.encode(self.names, forKey: .names)
    }

    /// How a slot stands.
    ///
    /// - Parameter slot: The slot.
    /// - Returns: `nil` for a module that neither the catalog nor a license names.
    public subscript(slot: LicenseSlot) -> SlotReport? {
        let index = self.slots.endOfFirst { $0.slot < slot }
        return index < self.slots.count && self.slots[index].slot == slot ? self.slots[index] : nil
    }

    /// The base.
    public var base: SlotReport {
        self.slots[0]
    }

    /// The modules of the product's catalog, and every other that a license names, ordered by their bytes.
    public var modules: ArraySlice<SlotReport> {
        self.slots.dropFirst()
    }

    /// The slots of which it or another says something, in order.
    func slots(with other: EntitlementsReport) -> [LicenseSlot] {
        (self.slots + other.slots).map(\.slot).distinct()
    }
}

extension Entitlements {
    /// Writes down what is granted, for other services and for pages.
    ///
    /// ``LicenseGate/report(given:)`` also tells what there is to say of the machine's clock.
    ///
    /// - Parameter usage: What is in use. Without it, the report has no quotas.
    /// - Returns: The report.
    public func report(given usage: LicenseUsage? = nil) -> EntitlementsReport {
        EntitlementsReport(self, self.findings, given: usage)
    }
}
