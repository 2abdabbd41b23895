import Licensing
import ZStackLicensing

/// Describes changes of entitlements to people, in plans and in the timeline.
struct ChangeText {
    let language: LicenseLanguage
    let offset: UTCOffset

    private var catalog: ProductCatalog { .zstack }

    /// Returns the changes that matter to people, a line each.
    ///
    /// What a line would say a second time is left to the others: operations follow from the status, and warnings name what is lost.
    func lines(_ changes: [EntitlementChange]) -> [String] {
        changes.compactMap(self.line)
    }

    /// Returns a line about a change, or `nil` if another line says it.
    func line(_ change: EntitlementChange) -> String? {
        let subject = change.slot.map { SlotName.text(of: $0, in: self.language) } ?? ""
        let aspect = self.text("change.\(change.aspect)")
        switch change.aspect {
        case .license, .features, .edition, .limit, .coveredUntil:
            // A license that comes or goes is named beside the changes, with all that it has.
            guard change.before != nil, change.after != nil else {
                return nil
            }
        default: break
        }
        let values = "\(self.value(change.before, change))\u{A0}→ \(self.value(change.after, change))"
        switch change.aspect {
        case .status, .menu, .edition, .license, .features, .coveredUntil:
            return self.pair(subject, "\(aspect) \(values)")
        case .limit:
            let unit = change.unit.map { self.catalog.name(of: $0)[self.language] } ?? ""
            let limit = PageTexts.text("change.limit", unit, in: self.language)
            return self.pair(subject, "\(limit) \(values)")
        case .login:
            return self.pair(aspect, values)
        case .reminder where change.before == nil:
            return self.pair(subject, self.text("change.begins"))
        case .reminder where change.after == nil:
            return self.pair(subject, self.text("change.ends"))
        case .finding:
            return change.after?.finding
                .map { self.offset.pageText(of: self.catalog.text(of: $0.message), in: self.language) }
        default:
            return nil
        }
    }

    /// Returns a warning for each slot that would be licensed for a shorter time than now.
    ///
    /// A slot that is not licensed any more needs none: the warnings of the preview name what is lost.
    func earlierEnds(_ preview: EntitlementsPreview) -> [String] {
        preview.after.slots.compactMap { slot in
            guard let before = preview.before[slot.slot], before.licenseID != nil, let end = slot.coveredUntil,
                let days = slot.daysCovered, preview.after.instant < end, end < before.coveredUntil ?? .latest
            else {
                return nil
            }
            return PageTexts.text(
                "deleteShortens",
                SlotName.text(of: slot.slot, in: self.language),
                self.offset.pageText(of: end),
                DaysText.text(days, in: self.language),
                before.coveredUntil.map(self.offset.pageText) ?? self.text("never"),
                in: self.language
            )
        }
    }

    /// Returns the operation and what it is about, such as `Hosts: view`.
    func line(_ capability: LicenseCapability) -> String {
        let slot = SlotName.text(of: capability.slot, in: self.language)
        let name = capability.feature.map { PageTexts.text("remark", slot, $0.rawValue, in: self.language) } ?? slot
        return self.pair(name, self.text("operation.\(capability.operation.rawValue)"))
    }

    private func pair(_ subject: String, _ text: String) -> String {
        PageTexts.text("pair", subject, text, in: self.language)
    }

    private func text(_ name: String) -> String { PageTexts.text(name, in: self.language) }

    private func value(_ value: EntitlementChange.Value?, _ change: EntitlementChange) -> String {
        guard let value else {
            return self.text("change.none")
        }
        if let instant = value.instant {
            return self.offset.pageText(of: instant)
        }
        if let limit = value.limit {
            return self.limit(limit)
        }
        let text = value.names?.joined(separator: self.text("comma")) ?? value.text ?? ""
        switch change.aspect {
        case .status: return self.catalog.name(of: LicenseStatus(rawValue: text))[self.language]
        case .menu: return MenuState(rawValue: text).map { self.catalog.name(of: $0)[self.language] } ?? text
        case .login: return LoginDirective(rawValue: text).map { self.catalog.name(of: $0)[self.language] } ?? text
        case .edition:
            return License.Edition(rawValue: text).map { self.catalog.name(of: $0)[self.language] } ?? text
        case .features where text == "all": return self.text("change.all")
        default: return text
        }
    }

    /// Returns a limit, with the word for an unlimited one.
    func limit(_ limit: License.Limit) -> String {
        limit.count.map(String.init) ?? (self.language == .simplifiedChinese ? "无限制" : "unlimited")
    }
}
