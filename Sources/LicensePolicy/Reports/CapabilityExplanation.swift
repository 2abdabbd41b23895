public import LicenseModel

/// An explanation of a decision: the licenses it depends on, how long it holds, and the remedies for a denial.
///
/// ```swift
/// let explanation = gate.entitlements.explanation(of: .operate(.module("replication")))
/// print(explanation.message(in: catalog).english)
/// ```
public struct CapabilityExplanation: Sendable, Equatable, Codable {
    /// The capability that the explanation is about.
    public let capability: LicenseCapability

    /// The denial, with a message and a remedy for each reason.
    ///
    /// `nil` if the capability is allowed.
    public let denial: DenialReport?

    /// The IDs of the effective licenses that the decision depends on, the base license first.
    ///
    /// Empty if the capability requires no license, if none is loaded, or if the community grant applies.
    public let licenseIDs: [LicenseID]

    /// The first instant at which the decision changes between allowed and denied, if the licenses remain the same.
    ///
    /// `nil` if the decision never changes.
    public let until: LicenseInstant?

    /// Whether the capability is allowed.
    public var isAllowed: Bool {
        self.denial == nil
    }

    /// Returns the explanation as text: the decision or its reasons and remedies, then how long it holds.
    ///
    /// - Parameter catalog: The catalog with the names and texts.
    /// - Returns: The text in each of the catalog's languages.
    public func message(in catalog: ProductCatalog) -> LocalizedText {
        var lines: [LocalizedText] = []
        if let denial {
            for reason in denial.reasons {
                lines.append(reason.message)
                if let remedy = reason.remedy {
                    lines.append(remedy)
                }
            }
        } else {
            lines.append(catalog.text(of: LicenseMessage("explanation.allowed", licenseIDs: self.licenseIDs)))
        }
        if let until {
            let key = self.isAllowed ? "explanation.ends" : "explanation.starts"
            lines.append(catalog.text(of: LicenseMessage(key, instant: until, until: until)))
        }
        return .lines(lines)
    }
}

extension Entitlements {
    /// Explains whether a capability is allowed, which licenses allow it, until when, and how to remedy a denial.
    ///
    /// - Parameter capability: The capability to explain.
    /// - Returns: The explanation of the decision that ``decision(for:)`` returns.
    public func explanation(of capability: LicenseCapability) -> CapabilityExplanation {
        self.explanation(of: capability, until: DecisionChanges(of: self).nextChange(of: capability))
    }

    /// Explains the decision about a capability, given the instant at which it next changes.
    func explanation(of capability: LicenseCapability, until change: LicenseInstant?) -> CapabilityExplanation {
        let decision = self.decision(for: capability)
        let denial: DenialReport? = if case .denied(let denial) = decision { DenialReport(denial) } else { nil }
        return CapabilityExplanation(
            capability: capability,
            denial: denial,
            licenseIDs: self.licenseIDs(decidingOn: capability),
            until: change
        )
    }

    private func licenseIDs(decidingOn capability: LicenseCapability) -> [LicenseID] {
        let slots: [LicenseSlot] =
            switch (capability.operation, capability.slot) {
            case (.keepRunning, _), (.recover, _), (.view, .base): []
            case (.operate, .module): [.base, capability.slot]
            case (.operate, .base): self.communityGrant == nil ? [.base] : []
            case (.view, .module): [capability.slot]
            }
        var ids: [LicenseID] = []
        for id in slots.compactMap({ self[$0].license?.id }) where !ids.contains(id) {
            ids.append(id)
        }
        return ids
    }
}

extension CapabilityExplanation {
    /// Decodes the members from one object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.capability = try container.decode(LicenseCapability.self, forKey: "capability")
        self.denial = try container.decodeIfPresent(DenialReport.self, forKey: "denial")
        self.licenseIDs = try container.decode([LicenseID].self, forKey: "licenseIDs")
        self.until = try container.decodeIfPresent(LicenseInstant.self, forKey: "until")
    }

    /// Encodes the members as one object, without those that are `nil`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.capability, forKey: "capability")
        try container.encodeIfPresent(self.denial, forKey: "denial")
        try container.encode(self.licenseIDs, forKey: "licenseIDs")
        try container.encodeIfPresent(self.until, forKey: "until")
    }
}
