public import LicenseModel

/// An explanation of all entitlements, for a support case or an About page.
///
/// ```swift
/// let explanation = gate.explanation()
/// print(explanation.message(in: catalog).english)
/// ```
public struct EntitlementsExplanation: Sendable, Equatable, Codable {
    /// The instant at which the licenses were evaluated.
    public let instant: LicenseInstant

    /// The explanation of the base, then of every module that the catalog or a license names, ordered by name.
    public let slots: [SlotExplanation]

    /// The quota of each unit that is limited, ordered by unit.
    ///
    /// Empty if the explanation was created without the current usage.
    public let quotas: [LicenseQuota]

    /// The behavior of a user interface at login: proceed, remind or redirect.
    public let login: LoginDirective

    /// The reminders to show at login, for the base first, then for the modules.
    ///
    /// Empty if no reminder is due.
    public let reminders: [LicenseReminder]

    /// The findings that an operator should look at, ordered by code, then by license ID.
    ///
    /// Empty if there are no problems.
    public let findings: [LicenseFinding]

    /// Returns the explanation as text, with several lines for each slot and one for each quota.
    ///
    /// - Parameter catalog: The catalog with the names and texts.
    /// - Returns: The text in each of the catalog's languages.
    public func message(in catalog: ProductCatalog) -> LocalizedText {
        var lines = [catalog.text(of: LicenseMessage("explanation.heading", instant: self.instant))]
        for slot in self.slots {
            lines.append(slot.message(in: catalog))
        }
        for quota in self.quotas {
            lines.append(catalog.text(of: quota.message))
        }
        for reminder in self.reminders {
            lines.append(catalog.text(of: reminder.message))
        }
        for finding in self.findings {
            lines.append(catalog.text(of: finding.message))
        }
        return .lines(lines)
    }
}

extension Entitlements {
    /// Explains the status of every slot, the role of every license, and each denial with its remedies.
    ///
    /// To include findings about the machine's clock, use ``LicenseGate/explanation(given:)``.
    ///
    /// - Parameter usage: The current usage. If it is `nil`, the explanation has limits, but no quotas.
    /// - Returns: The explanation at ``instant``.
    public func explanation(given usage: LicenseUsage? = nil) -> EntitlementsExplanation {
        self.explanation(self.findings, given: usage)
    }

    func explanation(_ findings: [LicenseFinding], given usage: LicenseUsage?) -> EntitlementsExplanation {
        let excluded = self.table.excluded.flatMap(\.license.slots)
        let slots = self.configuration.catalog.slots + self.modules.map(\.slot) + excluded
        let decisionChanges = DecisionChanges(of: self)
        return EntitlementsExplanation(
            instant: self.instant,
            slots: slots.distinct()
                .map { SlotExplanation($0, in: self, decisionChanges, excluded: self.table.exclusions[$0] ?? []) },
            quotas: usage.map { self.quotas(given: $0) } ?? [],
            login: self.login,
            reminders: self.reminders,
            findings: findings
        )
    }
}

extension LicenseQuota {
    /// The message that states the limit, what counts toward it, and the overage.
    fileprivate var message: LicenseMessage {
        LicenseMessage(
            "explanation.quota",
            unit: self.unit,
            limit: self.licensed,
            used: self.counted,
            overage: self.overage > 0 ? self.overage : nil
        )
    }
}

extension EntitlementsExplanation {
    /// Decodes the members from one object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.instant = try container.decode(LicenseInstant.self, forKey: "instant")
        self.slots = try container.decode([SlotExplanation].self, forKey: "slots")
        self.quotas = try container.decode([LicenseQuota].self, forKey: "quotas")
        self.login = try container.decode(LoginDirective.self, forKey: "login")
        self.reminders = try container.decode([LicenseReminder].self, forKey: "reminders")
        self.findings = try container.decode([LicenseFinding].self, forKey: "findings")
    }

    /// Encodes the members as one object.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.instant, forKey: "instant")
        try container.encode(self.slots, forKey: "slots")
        try container.encode(self.quotas, forKey: "quotas")
        try container.encode(self.login, forKey: "login")
        try container.encode(self.reminders, forKey: "reminders")
        try container.encode(self.findings, forKey: "findings")
    }
}
