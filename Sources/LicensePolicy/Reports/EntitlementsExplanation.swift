public import LicenseModel

/// Why everything stands as it does, for a support case or an About page.
public struct EntitlementsExplanation: Sendable, Hashable, Codable {
    /// The instant.
    public let instant: LicenseInstant

    /// The base, then every module that the license guide or a license names, by their bytes.
    public let slots: [SlotExplanation]

    /// What a user interface does at login.
    public let login: LoginDirective

    /// What to remind of.
    public let reminders: [LicenseReminder]

    /// What an operator should look at.
    public let findings: [LicenseFinding]

    /// The same for a person, some lines for each slot.
    public var message: LocalizedText {
        .lines(
            [LocalizedText("Licenses at \(self.instant)", "\(self.instant)的许可证状态")] + self.slots.map(\.message)
                + self.reminders.map(\.message) + self.findings.map(\.message)
        )
    }
}

extension Entitlements {
    /// Explains everything: which license grants or refuses what, until when, and what would fix it.
    ///
    /// - Returns: The explanation.
    public func explanation() -> EntitlementsExplanation {
        var excluded: [LicenseSlot: [ExcludedLicense]] = [:]
        for license in self.table.excluded {
            for slot in license.license.slots {
                excluded[slot, default: []].append(license)
            }
        }
        let modules =
            License.Module.known.map(LicenseSlot.module) + self.modules.map(\.slot)
            + excluded.keys.filter { $0 != .base }
        let turns = Turns(of: self)
        return EntitlementsExplanation(
            instant: self.instant,
            slots: ([.base] + modules.distinct())
                .map { SlotExplanation($0, in: self, turns, excluded: excluded[$0] ?? []) },
            login: self.login,
            reminders: self.reminders,
            findings: self.findings
        )
    }
}
