/// The content of a page that asks before a deletion.
struct ConfirmView {
    let facts: [FactView]
    let hint: String
    let warnings: [String]
    let changes: [String]
    let action: String
    let yes: String
    let cancelTo: String
    let hasWarnings: Bool
    let hasChanges: Bool

    init(
        _ facts: [FactView],
        hint: String,
        warnings: [String] = [],
        changes: [String] = [],
        action: String,
        yes: String,
        cancelTo: String
    ) {
        (self.facts, self.hint, self.warnings, self.changes) = (facts, hint, warnings, changes)
        (self.action, self.yes, self.cancelTo) = (action, yes, cancelTo)
        (self.hasWarnings, self.hasChanges) = (!warnings.isEmpty, !changes.isEmpty)
    }
}
