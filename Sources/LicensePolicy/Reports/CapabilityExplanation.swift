public import LicenseModel

/// Why something is allowed or denied: by which licenses, until when, and what would mend it.
public struct CapabilityExplanation: Sendable, Equatable, Codable {
    /// What is asked for.
    public let capability: LicenseCapability

    /// Why it is denied, with what mends it.
    ///
    /// `nil` where it is allowed.
    public let denial: DenialReport?

    /// The effective licenses that were asked, the base's first.
    ///
    /// Empty where there is none, and where none is needed.
    public let licenseIDs: [LicenseID]

    /// The first instant at which the answer turns from yes to no or back, the licenses being the same.
    ///
    /// `nil` where it never does.
    public let until: LicenseInstant?

    /// Whether it is allowed.
    public var isAllowed: Bool {
        self.denial == nil
    }

    /// The same for a person: the answer, then for each reason what mends it, then until when.
    ///
    /// - Parameter catalog: What the product and its modules are called.
    /// - Returns: The text.
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
    /// Explains whether a capability is allowed: by which license, until when, and what to do if not.
    ///
    /// - Parameter capability: What is asked for.
    /// - Returns: The explanation of what ``decision(for:)`` answers.
    public func explanation(of capability: LicenseCapability) -> CapabilityExplanation {
        self.explanation(of: capability, until: Turns(of: self).turn(of: capability))
    }

    /// Explains the answer, whose turn is known.
    func explanation(of capability: LicenseCapability, until turn: LicenseInstant?) -> CapabilityExplanation {
        let decision = self.decision(for: capability)
        let denial: DenialReport? = if case .denied(let denial) = decision { DenialReport(denial) } else { nil }
        return CapabilityExplanation(
            capability: capability,
            denial: denial,
            licenseIDs: self.licenseIDs(askedFor: capability),
            until: turn
        )
    }

    private func licenseIDs(askedFor capability: LicenseCapability) -> [LicenseID] {
        let slots: [LicenseSlot] =
            switch (capability.operation, capability.slot) {
            case (.keepRunning, _), (.recover, _), (.view, .base): []
            case (.operate, .module): [.base, capability.slot]
            case (.operate, .base), (.view, .module): [capability.slot]
            }
        var ids: [LicenseID] = []
        for id in slots.compactMap({ self[$0].license?.id }) where !ids.contains(id) {
            ids.append(id)
        }
        return ids
    }
}
