public import LicenseModel

/// What adding or removing licences would change, before it happens.
public struct EntitlementsPreview: Sendable, Equatable {
    /// What is granted now.
    public let before: EntitlementsReport

    /// What would be granted at the same instant.
    public let after: EntitlementsReport

    /// What would be allowed and is not: looking at slots and changing them, by name each function that a licence lists.
    public let gained: [Capability]

    /// What is allowed and would not be.
    public let lost: [Capability]

    /// What would differ.
    public var changes: [EntitlementChange] {
        self.before.changes(to: self.after)
    }
}

extension Entitlements {
    /// Says what an installation would change, and changes nothing.
    ///
    /// - Parameters:
    ///   - added: The licences to add.
    ///   - usage: What is in use.
    /// - Returns: What is, what would be, and the difference: that of evaluating all of the licences at ``instant``.
    public func preview(installing added: [License], given usage: Usage = .init()) -> EntitlementsPreview {
        self.preview(self.table.all + added, given: usage)
    }

    /// Says what a removal would change, and changes nothing.
    ///
    /// - Parameters:
    ///   - removed: The licences to remove. One that is not there changes nothing.
    ///   - usage: What is in use.
    /// - Returns: What is, what would be, and the difference: that of evaluating the rest at ``instant``.
    public func preview(removing removed: [License], given usage: Usage = .init()) -> EntitlementsPreview {
        let digests = Set(removed.map(\.payloadDigest))
        return self.preview(self.table.all.filter { !digests.contains($0.payloadDigest) }, given: usage)
    }

    private func preview(_ licenses: [License], given usage: Usage) -> EntitlementsPreview {
        let other = Entitlements(licenses, at: self.instant, configuration: self.configuration)
        let (before, after) = (self.report(given: usage), other.report(given: usage))
        let (old, new) = (before.featuresBySlot, after.featuresBySlot)
        var gained: [Capability] = []
        var lost: [Capability] = []
        for slot in before.slots(with: after) {
            let named = ((old[slot] ?? []) + (new[slot] ?? [])).distinct()
            for feature in [nil] + named.map(Optional.some) {
                for capability in [Capability.view(slot, feature: feature), .operate(slot, feature: feature)] {
                    let (was, willBe) = (self.allows([capability]), other.allows([capability]))
                    if was != willBe {
                        willBe ? gained.append(capability) : lost.append(capability)
                    }
                }
            }
        }
        return EntitlementsPreview(before: before, after: after, gained: gained, lost: lost)
    }
}

extension EntitlementsReport {
    /// The features that the licenses of each slot list.
    fileprivate var featuresBySlot: [Slot: [Feature]] {
        Dictionary(self.slots.map { ($0.slot, $0.features ?? []) }) { first, _ in first }
    }
}
