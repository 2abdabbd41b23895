import LicenseModel
import LicensePolicy
import ZStackLicensing

/// One thing that differs between two evaluations, as the tests compute it.
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
    /// What differs in this from what was before: slot by slot, then what concerns no slot.
    func differences(since before: Facts) -> [Difference] {
        var all: [Difference] = []
        for (slot, (old, new)) in zip(Self.slots, zip(before.slots, self.slots)) where old != new {
            // A module of which nothing is known is one that is not activated.
            let (oldTexts, newTexts) = (old?.texts ?? Self.unknown, new?.texts ?? Self.unknown)
            for (aspect, (text, other)) in zip(Self.aspects, zip(oldTexts, newTexts)) {
                let isOther = aspect == .license && old?.license != new?.license
                if text != other || isOther {
                    let unit: LimitUnit? = aspect == .limit ? .hosts : nil
                    all.append(.init(aspect: aspect, slot: slot, unit: unit, before: text, after: other))
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
    private static let unknown: [String?] = ["notActivated", "hidden", nil, nil, nil, nil, nil, nil, nil, nil]
}

extension Facts.OfSlot {
    fileprivate var texts: [String?] {
        [
            self.status.rawValue, self.menu?.rawValue, self.license?.id.rawValue,
            // The menu is a module's, the edition is told of the base.
            self.menu == nil ? self.license?.edition?.rawValue : nil,
            // The worlds' licenses limit hosts alone, and list one function or none.
            self.license?.limits[.hosts]?.description,
            self.license.map { _ in self.features?.first.map { "[\($0)]" } ?? "all" }, self.coveredUntil?.description,
            "[\(self.againstViewing.joined(separator: ", "))]",
            "[\(self.againstOperating.joined(separator: ", "))]",
            self.reminder,
        ]
    }
}

extension LicenseQuota {
    fileprivate var text: String {
        let hosts = "\(self.used) used, \(self.absorbed) absorbed, \(self.available) available, \(self.over) over"
        return "\(self.licensed) licensed, \(hosts)"
    }
}

extension LicenseFinding {
    fileprivate var text: String {
        ([self.code.rawValue] + [self.licenseID?.rawValue].compactMap { $0 }).joined(separator: " ")
    }
}
