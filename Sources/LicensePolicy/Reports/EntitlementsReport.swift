public import LicenseModel

/// What licenses grant at an instant, as data for other services and for pages.
///
/// It travels by any coder. It is what was true at ``instant``, and says so: a report is no license, and nothing makes one of
/// it.
public struct EntitlementsReport: Sendable, Hashable, Codable {
    /// The version of the form, in which members may be added: 1.
    public static let currentVersion = 1

    /// The version of the form.
    public let version: Int

    /// When this was so.
    public let instant: LicenseInstant

    /// What a user interface does at login.
    public let login: LoginDirective

    /// The base.
    public let base: SlotReport

    /// The modules that the library knows, and every other that a license names, ordered by their bytes.
    public let modules: [SlotReport]

    /// The quota of each unit that is limited, ordered by unit.
    public let quotas: [LicenseQuota]

    /// What to remind of at login, the base first, then the modules.
    public let reminders: [LicenseReminder]

    /// What an operator should look at, ordered by code, then by license.
    public let findings: [LicenseFinding]

    init(_ entitlements: Entitlements, given usage: LicenseUsage) {
        let modules = (License.Module.known.map(LicenseSlot.module) + entitlements.modules.map(\.slot)).distinct()
        self.version = Self.currentVersion
        self.instant = entitlements.instant
        self.login = entitlements.login
        let ruling = entitlements.ruling
        self.base = SlotReport(entitlements.base, ruling)
        self.modules = modules.map { SlotReport(entitlements[$0], ruling) }
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
        self.instant = try container.decode(LicenseInstant.self, forKey: .instant)
        self.login = try container.decode(LoginDirective.self, forKey: .login)
        self.base = try container.decode(SlotReport.self, forKey: .base)
        self.modules = try container.decode([SlotReport].self, forKey: .modules)
        let slots = [self.base.slot] + self.modules.map(\.slot)
        guard slots[0] == .base, zip(slots, slots.dropFirst()).allSatisfy(<) else {
            throw DecodingError.dataCorruptedError(
                forKey: .modules,
                in: container,
                debugDescription: "The base or the modules are not there once, in order"
            )
        }
        self.quotas = try container.decode([LicenseQuota].self, forKey: .quotas)
        self.reminders = try container.decode([LicenseReminder].self, forKey: .reminders)
        self.findings = try container.decode([LicenseFinding].self, forKey: .findings)
    }

    /// How a slot stands.
    ///
    /// - Parameter slot: The slot.
    /// - Returns: `nil` for a module that neither the library nor a license names.
    public subscript(slot: LicenseSlot) -> SlotReport? {
        guard slot != .base else {
            return self.base
        }
        let index = self.modules.endOfFirst { $0.slot < slot }
        return index < self.modules.count && self.modules[index].slot == slot ? self.modules[index] : nil
    }

    /// The base, then the modules.
    var slots: [SlotReport] {
        [self.base] + self.modules
    }

    /// The slots of which it or another says something, in order.
    func slots(with other: EntitlementsReport) -> [LicenseSlot] {
        (self.slots + other.slots).map(\.slot).distinct()
    }
}

extension Entitlements {
    /// Writes down what is granted, for other services and for pages.
    ///
    /// - Parameter usage: What is in use.
    /// - Returns: The report.
    public func report(given usage: LicenseUsage = .zero) -> EntitlementsReport {
        EntitlementsReport(self, given: usage)
    }
}
