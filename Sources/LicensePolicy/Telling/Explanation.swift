public import LicenseModel

/// Why everything stands as it does, for a support case or an About page.
public struct Explanation: Sendable, Equatable, Codable {
    /// The instant.
    public let instant: Instant

    /// The base, then every module that the licence guide or a licence names, by their bytes.
    public let slots: [SlotExplanation]

    /// What a user interface does at login.
    public let login: LoginDirective

    /// What to remind of.
    public let reminders: [Reminder]

    /// What an operator should look at.
    public let findings: [Finding]

    /// The same for a person, some lines for each slot.
    public var text: LocalizedText {
        .lines(
            [LocalizedText("Licences at \(self.instant)", "\(self.instant)的许可证状态")] + self.slots.map(\.text)
                + self.reminders.map(\.message) + self.findings.map(\.message)
        )
    }
}

extension Entitlements {
    /// Explains everything: which licence grants or refuses what, until when, and what would mend it.
    ///
    /// - Returns: The explanation.
    public func explain() -> Explanation {
        var leftOut: [Slot: [License]] = [:]
        for license in self.table.leftOut {
            for slot in license.slots {
                leftOut[slot, default: []].append(license)
            }
        }
        let modules = Module.known.map(Slot.module) + self.modules.map(\.slot) + leftOut.keys.filter { $0 != .base }
        let turns = Turns(of: self)
        return Explanation(
            instant: self.instant,
            slots: ([.base] + modules.distinct())
                .map { SlotExplanation($0, in: self, turns, leftOut: leftOut[$0] ?? []) },
            login: self.login,
            reminders: self.reminders,
            findings: self.findings
        )
    }
}
