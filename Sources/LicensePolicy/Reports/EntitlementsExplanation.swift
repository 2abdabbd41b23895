public import LicenseModel

/// Why everything stands as it does, for a support case or an About page.
public struct EntitlementsExplanation: Sendable, Equatable, Codable {
    /// The instant.
    public let instant: LicenseInstant

    /// The base, then every module that the catalog or a license names, by their bytes.
    public let slots: [SlotExplanation]

    /// What a user interface does at login.
    public let login: LoginDirective

    /// What to remind of.
    public let reminders: [LicenseReminder]

    /// What an operator should look at.
    public let findings: [LicenseFinding]

    /// The same for a person, some lines for each slot.
    ///
    /// - Parameter catalog: What the product and its modules are called.
    /// - Returns: The text.
    public func message(in catalog: ProductCatalog) -> LocalizedText {
        var lines = [catalog.text(of: LicenseMessage("explanation.heading", instant: self.instant))]
        for slot in self.slots {
            lines.append(slot.message(in: catalog))
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
    /// Explains everything: which license grants or refuses what, until when, and what would fix it.
    ///
    /// - Returns: The explanation.
    public func explanation() -> EntitlementsExplanation {
        self.explanation(self.findings)
    }

    func explanation(_ findings: [LicenseFinding]) -> EntitlementsExplanation {
        var excluded: [LicenseSlot: [ExcludedLicense]] = [:]
        for license in self.table.excluded {
            for slot in license.license.slots {
                excluded[slot, default: []].append(license)
            }
        }
        let slots = self.configuration.catalog.slots + self.modules.map(\.slot) + excluded.keys
        let turns = Turns(of: self)
        return EntitlementsExplanation(
            instant: self.instant,
            slots: slots.distinct()
                .map { SlotExplanation($0, in: self, turns, excluded: excluded[$0] ?? []) },
            login: self.login,
            reminders: self.reminders,
            findings: findings
        )
    }
}
