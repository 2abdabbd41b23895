public import LicenseModel

/// What adding or removing licenses would change, before it happens.
public struct EntitlementsPreview: Sendable, Hashable {
    /// What is granted now.
    public let before: EntitlementsReport

    /// What would be granted at the same instant.
    public let after: EntitlementsReport

    /// What would be allowed and is not: looking at slots and changing them, by name each function that a license lists.
    public let gained: [LicenseCapability]

    /// What is allowed and would not be.
    public let lost: [LicenseCapability]

    /// What would differ.
    public var changes: [EntitlementChange] {
        self.before.changes(to: self.after)
    }
}

extension Entitlements {
    /// Says what an installation would change, and changes nothing.
    ///
    /// - Parameters:
    ///   - added: The licenses to add.
    ///   - usage: What is in use.
    /// - Returns: What is, what would be, and the difference: that of evaluating all of the licenses at ``instant``.
    public func preview(installing added: [License], given usage: LicenseUsage = .zero) -> EntitlementsPreview {
        self.preview(self.table.all + added, given: usage)
    }

    /// Says what a removal would change, and changes nothing.
    ///
    /// - Parameters:
    ///   - removed: The licenses to remove. One that is not there changes nothing.
    ///   - usage: What is in use.
    /// - Returns: What is, what would be, and the difference: that of evaluating the rest at ``instant``.
    public func preview(removing removed: [License], given usage: LicenseUsage = .zero) -> EntitlementsPreview {
        let digests = Set(removed.map(\.payloadDigest))
        return self.preview(self.table.all.filter { !digests.contains($0.payloadDigest) }, given: usage)
    }

    private func preview(_ licenses: [License], given usage: LicenseUsage) -> EntitlementsPreview {
        let other = Entitlements(licenses, at: self.instant, configuration: self.configuration)
        let (before, after) = (self.report(given: usage), other.report(given: usage))
        let (old, new) = (before.featuresBySlot, after.featuresBySlot)
        var gained: [LicenseCapability] = []
        var lost: [LicenseCapability] = []
        for slot in before.slots(with: after) {
            let named = ((old[slot] ?? []) + (new[slot] ?? [])).distinct()
            let capabilities =
                [LicenseCapability.view(slot), .operate(slot)]
                + named.flatMap { [LicenseCapability.view(slot, feature: $0), .operate(slot, feature: $0)] }
            for capability in capabilities {
                let (was, willBe) = (self.allows([capability]), other.allows([capability]))
                if was != willBe {
                    willBe ? gained.append(capability) : lost.append(capability)
                }
            }
        }
        return EntitlementsPreview(before: before, after: after, gained: gained, lost: lost)
    }
}

extension EntitlementsReport {
    /// The features that the licenses of each slot list.
    fileprivate var featuresBySlot: [LicenseSlot: [License.Feature]] {
        Dictionary(self.slots.map { ($0.slot, $0.features ?? []) }) { first, _ in first }
    }
}
