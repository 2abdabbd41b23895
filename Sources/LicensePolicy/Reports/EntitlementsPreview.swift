public import LicenseModel

/// What adding or removing licenses would change, before it happens.
public struct EntitlementsPreview: Sendable, Equatable, Codable {
    /// What is granted now.
    public let before: EntitlementsReport

    /// What would be granted at the same instant.
    public let after: EntitlementsReport

    /// What would be allowed and is not: looking at slots and changing them, by name each function that a license lists.
    public let gained: [LicenseCapability]

    /// What is allowed and would not be.
    public let lost: [LicenseCapability]

    /// What would differ, slot by slot, then what concerns no slot.
    public let changes: [EntitlementChange]

    /// What an operator should know before it happens, in the order of ``LicenseWarning/Code/known``.
    public let warnings: [Localized<LicenseWarning>]
}

extension Entitlements {
    /// What would be granted at the same instant with more licenses.
    ///
    /// - Parameter added: The licenses to add. One that is there already counts once.
    /// - Returns: The entitlements, to ask anything of.
    public func adding(_ added: [License]) -> Entitlements {
        Entitlements(self.table.all + added, at: self.instant, configuration: self.configuration)
    }

    /// What would be granted at the same instant without some licenses.
    ///
    /// - Parameter removed: The licenses to remove. One that is not there changes nothing.
    /// - Returns: The entitlements, to ask anything of.
    public func removing(_ removed: [License]) -> Entitlements {
        let digests = Set(removed.map(\.payloadDigest))
        let rest = self.table.all.filter { !digests.contains($0.payloadDigest) }
        return Entitlements(rest, at: self.instant, configuration: self.configuration)
    }

    /// Says what an installation would change, and changes nothing.
    ///
    /// - Parameters:
    ///   - added: The licenses to add.
    ///   - usage: What is in use. Without it, the reports have no quotas.
    /// - Returns: What is, what would be, and the difference: that of evaluating all of the licenses at ``instant``.
    public func preview(installing added: [License], given usage: LicenseUsage? = nil) -> EntitlementsPreview {
        self.preview(self.adding(added), installing: added, given: usage)
    }

    /// Says what a removal would change, and changes nothing.
    ///
    /// - Parameters:
    ///   - removed: The licenses to remove. One that is not there changes nothing.
    ///   - usage: What is in use. Without it, the reports have no quotas.
    /// - Returns: What is, what would be, and the difference: that of evaluating the rest at ``instant``.
    public func preview(removing removed: [License], given usage: LicenseUsage? = nil) -> EntitlementsPreview {
        self.preview(self.removing(removed), installing: [], given: usage)
    }

    private func preview(_ other: Entitlements, installing added: [License], given usage: LicenseUsage?)
        -> EntitlementsPreview
    {
        let (before, after) = (self.report(given: usage), other.report(given: usage))
        var gained: [LicenseCapability] = []
        var lost: [LicenseCapability] = []
        for slot in before.slots(with: after) {
            var capabilities = [LicenseCapability.view(slot), .operate(slot)]
            for feature in ((before[slot]?.features ?? []) + (after[slot]?.features ?? [])).distinct() {
                capabilities += [.view(slot, feature: feature), .operate(slot, feature: feature)]
            }
            for capability in capabilities {
                let (was, willBe) = (self.allows([capability]), other.allows([capability]))
                if was != willBe {
                    willBe ? gained.append(capability) : lost.append(capability)
                }
            }
        }
        let over = after.quotas.filter { $0.over > (before.quota(of: $0.unit)?.over ?? 0) }
        let warnings = self.warnings(of: other, installing: added, lost: lost, over: over)
        return EntitlementsPreview(
            before: before,
            after: after,
            gained: gained,
            lost: lost,
            changes: before.changes(to: after),
            warnings: warnings.map { Localized($0, self.configuration.catalog.text(of: $0.message)) }
        )
    }
}
