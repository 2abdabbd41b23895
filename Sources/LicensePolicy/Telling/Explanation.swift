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
        let leftOut = self.table.leftOut.flatMap(\.modules)
        let modules = Module.known.map(Slot.module) + self.modules.map(\.slot) + leftOut.map(Slot.module)
        return Explanation(
            instant: self.instant,
            slots: ([.base] + modules.distinct()).map { SlotExplanation($0, in: self) },
            login: self.login,
            reminders: self.reminders,
            findings: self.findings
        )
    }
}
