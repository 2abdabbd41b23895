public import LicenseModel

/// The changes that installing or removing licenses would make, computed without making them.
///
/// ```swift
/// let preview = gate.entitlements.preview(installing: licenses, given: usage)
/// for warning in preview.warnings {
///     print(warning.message.english)
/// }
/// ```
public struct EntitlementsPreview: Sendable, Equatable, Codable {
    /// The report of the current entitlements.
    public let before: EntitlementsReport

    /// The report of the entitlements after the change, at the same instant.
    public let after: EntitlementsReport

    /// The capabilities that would become allowed, or an empty array if there are none.
    ///
    /// The preview checks whether each slot can be viewed and operated, and each feature that an effective license
    /// lists.
    public let gained: [LicenseCapability]

    /// The capabilities that would no longer be allowed, or an empty array if there are none.
    public let lost: [LicenseCapability]

    /// The limits that would be lower, and the feature lists that would replace all features.
    ///
    /// The limits of the base are those on additions, by its license or by the community grant. The limits of a module are
    /// those within which its plus license covers its own objects.
    public let lowered: [EntitlementChange]

    /// The differences between both reports, slot by slot, then those that do not belong to a slot.
    public let changes: [EntitlementChange]

    /// The warnings for an operator, in the order of `LicenseWarning.Code.known`.
    ///
    /// Empty if there is nothing to warn about.
    public let warnings: [LicenseNotice<LicenseWarning>]
}

extension Entitlements {
    /// Returns the entitlements at the same instant with additional licenses.
    ///
    /// - Parameter added: The licenses to add. A license that is already loaded has no effect.
    /// - Returns: The entitlements with the additional licenses.
    public func adding(_ added: [License]) -> Entitlements {
        Entitlements(self.table.all + added, at: self.instant, configuration: self.configuration)
    }

    /// Returns the entitlements at the same instant without some of the licenses.
    ///
    /// - Parameter removed: The licenses to remove. A license that is not loaded has no effect.
    /// - Returns: The entitlements of the remaining licenses.
    public func removing(_ removed: [License]) -> Entitlements {
        let digests = Set(removed.map(\.payloadDigest))
        let rest = self.table.all.filter { !digests.contains($0.payloadDigest) }
        return Entitlements(rest, at: self.instant, configuration: self.configuration)
    }

    /// Previews the installation of licenses, without installing them.
    ///
    /// - Parameters:
    ///   - added: The licenses to add. A license that is already loaded has no effect.
    ///   - usage: The current usage. If it is `nil`, the reports have no quotas.
    /// - Returns: The preview, which compares the entitlements at ``instant`` without and with the licenses.
    public func preview(installing added: [License], given usage: LicenseUsage? = nil) -> EntitlementsPreview {
        self.preview(self.adding(added), installing: added, given: usage)
    }

    /// Previews the removal of licenses, without removing them.
    ///
    /// - Parameters:
    ///   - removed: The licenses to remove. A license that is not loaded has no effect.
    ///   - usage: The current usage. If it is `nil`, the reports have no quotas.
    /// - Returns: The preview, which compares the entitlements at ``instant`` with and without the licenses.
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
        let over = after.quotas.filter { $0.overage > (before.quota(of: $0.unit)?.overage ?? 0) }
        let lowered = self.lowered(in: other)
        let warnings = self.warnings(of: other, installing: added, lost: lost, lowered: lowered, over: over)
        return EntitlementsPreview(
            before: before,
            after: after,
            gained: gained,
            lost: lost,
            lowered: lowered,
            changes: before.changes(to: after),
            warnings: warnings.map { LicenseNotice($0, self.configuration.catalog.text(of: $0.message)) }
        )
    }
}

extension EntitlementsPreview {
    /// Decodes the members from one object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.before = try container.decode(EntitlementsReport.self, forKey: "before")
        self.after = try container.decode(EntitlementsReport.self, forKey: "after")
        self.gained = try container.decode([LicenseCapability].self, forKey: "gained")
        self.lost = try container.decode([LicenseCapability].self, forKey: "lost")
        self.lowered = try container.decode([EntitlementChange].self, forKey: "lowered")
        self.changes = try container.decode([EntitlementChange].self, forKey: "changes")
        self.warnings = try container.decode([LicenseNotice<LicenseWarning>].self, forKey: "warnings")
    }

    /// Encodes the members as one object.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.before, forKey: "before")
        try container.encode(self.after, forKey: "after")
        try container.encode(self.gained, forKey: "gained")
        try container.encode(self.lost, forKey: "lost")
        try container.encode(self.lowered, forKey: "lowered")
        try container.encode(self.changes, forKey: "changes")
        try container.encode(self.warnings, forKey: "warnings")
    }
}
