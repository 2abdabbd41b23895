public import LicenseModel

/// Why something is allowed or denied: by which licenses, until when, and what would mend it.
public struct CapabilityExplanation: Sendable, Hashable, Codable {
    /// The operation that is asked for.
    public let operation: LicenseCapability.Operation

    /// To what it is done.
    public let slot: LicenseSlot

    /// The function that is named, if one is.
    public let feature: License.Feature?

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
    public var message: LocalizedText {
        var lines: [LocalizedText] = []
        if let denial {
            lines += denial.reasons.flatMap { [$0.message, $0.remedy] }
        } else if self.licenseIDs.isEmpty {
            lines.append(LocalizedText("Allowed without a license.", "无需许可证即可使用。"))
        } else {
            let ids = self.licenseIDs.map(\.rawValue)
            lines.append(
                LocalizedText(
                    "Allowed by the license \(ids.joined(separator: " and the license ")).",
                    "由许可证\(ids.joined(separator: "及许可证"))授权。"
                )
            )
        }
        if let until {
            lines.append(
                self.isAllowed
                    ? LocalizedText("This ends at \(until).", "截止于\(until)。")
                    : LocalizedText("It will be allowed from \(until) on.", "自\(until)起可用。")
            )
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
            operation: capability.operation,
            slot: capability.slot,
            feature: capability.feature,
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
