import LicenseModel
import LicensePolicy
import ZStackLicensing

/// An expected difference between two evaluations.
struct Difference: Hashable {
    let aspect: EntitlementChange.Aspect
    let slot: LicenseSlot?
    var unit: LimitUnit?
    let before: String?
    let after: String?
}

extension Difference {
    init(_ change: EntitlementChange) {
        self.init(
            aspect: change.aspect,
            slot: change.slot,
            unit: change.unit,
            before: change.before?.description,
            after: change.after?.description
        )
    }
}

extension Facts {
    /// Returns the differences from earlier facts: slot by slot, then those that concern no slot.
    func differences(since before: Facts) -> [Difference] {
        var all: [Difference] = []
        for (slot, (old, new)) in zip(Self.slots, zip(before.slots, self.slots)) where old != new {
            // A module that only one of the evaluations has is not activated in the other.
            let (oldTexts, newTexts) = (old?.texts ?? Self.notActivated, new?.texts ?? Self.notActivated)
            for (aspect, (oldText, newText)) in zip(Self.aspects, zip(oldTexts, newTexts)) {
                let isOtherLicense = aspect == .license && old?.license != new?.license
                if oldText != newText || isOtherLicense {
                    let unit: LimitUnit? = aspect == .limit ? .hosts : nil
                    all.append(.init(aspect: aspect, slot: slot, unit: unit, before: oldText, after: newText))
                }
            }
        }
        if before.quotas != self.quotas {
            all.append(
                .init(
                    aspect: .quota,
                    slot: nil,
                    unit: .hosts,
                    before: before.quotas.first?.text,
                    after: self.quotas.first?.text
                )
            )
        }
        if before.login != self.login {
            all.append(.init(aspect: .login, slot: nil, before: before.login.rawValue, after: self.login.rawValue))
        }
        let findings = self.findings.difference(from: before.findings)
        for change in findings.removals + findings.insertions {
            switch change {
            case .remove(_, let finding, _):
                all.append(.init(aspect: .finding, slot: nil, before: finding.text, after: nil))
            case .insert(_, let finding, _):
                all.append(.init(aspect: .finding, slot: nil, before: nil, after: finding.text))
            }
        }
        return all
    }

    private static let aspects: [EntitlementChange.Aspect] = [
        .status, .menu, .license, .edition, .limit, .features, .coveredUntil, .view, .operate, .reminder,
    ]
    private static let notActivated: [String?] = ["notActivated", "hidden", nil, nil, nil, nil, nil, nil, nil, nil]
}

extension Facts.Slot {
    fileprivate var texts: [String?] {
        [
            self.status.rawValue, self.menu?.rawValue, self.license?.id.rawValue,
            // Only a module has a menu entry, and only the base reports an edition.
            self.menu == nil ? self.license?.edition?.rawValue : nil,
            // The scenarios' licenses limit only hosts, and list at most one feature.
            self.license?.limits[.hosts]?.description,
            self.license.map { _ in self.features?.first.map { "[\($0)]" } ?? "all" }, self.coveredUntil?.description,
            "[\(self.viewDenialCodes.joined(separator: ", "))]",
            "[\(self.operateDenialCodes.joined(separator: ", "))]",
            self.reminder,
        ]
    }
}

extension LicenseQuota {
    fileprivate var text: String {
        let hosts =
            "\(self.used) used, \(self.coveredByModules) absorbed, \(self.available) available, \(self.overage) over"
        return "\(self.licensed) licensed, \(hosts)"
    }
}

extension LicenseFinding {
    fileprivate var text: String {
        ([self.code.rawValue] + [self.licenseID?.rawValue].compactMap { $0 }).joined(separator: " ")
    }
}
