public import LicenseModel

/// What licences grant at an instant, as data for other services and for pages.
///
/// It travels by any coder. It is what was true at ``instant``, and says so: a report is no licence, and nothing makes one of
/// it.
public struct EntitlementsReport: Sendable, Equatable, Codable {
    /// The version of the form, in which members may be added: 1.
    public static let currentVersion = 1

    /// The version of the form.
    public let version: Int

    /// When this was so.
    public let instant: Instant

    /// What a user interface does at login.
    public let login: LoginDirective

    /// The base, then the modules, in one place, which keeps the report small where others hold it.
    let slots: [SlotReport]

    /// The base.
    public var base: SlotReport {
        self.slots[0]
    }

    /// The modules that the licence guide names, and every other that a licence names, ordered by their bytes.
    public var modules: [SlotReport] {
        Array(self.slots.dropFirst())
    }

    /// The quota of each unit that is limited, ordered by unit.
    public let quotas: [Quota]

    /// What to remind of at login, the base first, then the modules.
    public let reminders: [Reminder]

    /// What an operator should look at, ordered by code, then by licence.
    public let findings: [Finding]

    init(_ entitlements: Entitlements, given usage: Usage) {
        let modules = (Module.known.map(Slot.module) + entitlements.modules.map(\.slot)).distinct()
        self.version = Self.currentVersion
        self.instant = entitlements.instant
        self.login = entitlements.login
        let ruling = entitlements.ruling
        self.slots = ([.base] + modules).map { SlotReport(entitlements[$0], ruling) }
        self.quotas = entitlements.quotas(given: usage)
        self.reminders = entitlements.reminders
        self.findings = entitlements.findings
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
        self.instant = try container.decode(Instant.self, forKey: .instant)
        self.login = try container.decode(LoginDirective.self, forKey: .login)
        let base = try container.decode(SlotReport.self, forKey: .base)
        self.slots = try [base] + container.decode([SlotReport].self, forKey: .modules)
        guard base.slot == .base, zip(self.slots, self.slots.dropFirst()).allSatisfy({ $0.slot < $1.slot }) else {
            throw DecodingError.dataCorruptedError(
                forKey: .modules,
                in: container,
                debugDescription: "The base or the modules are not there once, in order"
            )
        }
        self.quotas = try container.decode([Quota].self, forKey: .quotas)
        self.reminders = try container.decode([Reminder].self, forKey: .reminders)
        self.findings = try container.decode([Finding].self, forKey: .findings)
    }

    /// Writes the report.
    ///
    /// - Parameter encoder: The encoder.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(self.version, forKey: .version)
        try container.encode(self.instant, forKey: .instant)
        try container.encode(self.login, forKey: .login)
        try container.encode(self.base, forKey: .base)
        try container.encode(self.modules, forKey: .modules)
        try container.encode(self.quotas, forKey: .quotas)
        try container.encode(self.reminders, forKey: .reminders)
        try container.encode(self.findings, forKey: .findings)
    }

    /// How a slot stands.
    ///
    /// - Parameter slot: The slot.
    /// - Returns: `nil` for a module that neither the licence guide nor a licence names.
    public subscript(slot: Slot) -> SlotReport? {
        let index = self.slots.endOfFirst { $0.slot < slot }
        return index < self.slots.count && self.slots[index].slot == slot ? self.slots[index] : nil
    }

    private enum CodingKeys: CodingKey {
        case version, instant, login, base, modules, quotas, reminders, findings
    }

    /// The slots of which it or another says something, in order.
    func slots(with other: EntitlementsReport) -> [Slot] {
        (self.slots + other.slots).map(\.slot).distinct()
    }
}

extension Entitlements {
    /// Writes down what is granted, for other services and for pages.
    ///
    /// - Parameter usage: What is in use.
    /// - Returns: The report.
    public func report(given usage: Usage = .init()) -> EntitlementsReport {
        EntitlementsReport(self, given: usage)
    }
}
