import LicenseModel

extension EntitlementChange {
    /// What differs between two reports of a slot, and between the ids of its reminders.
    ///
    /// - Parameters:
    ///   - slot: The slot.
    ///   - old: The earlier report, or `nil` where there is none: the module then has no license.
    ///   - reminder: The id of the earlier reminder.
    ///   - new: The later report.
    ///   - nextReminder: The id of the later reminder.
    /// - Returns: The differences, in the order of ``Aspect``.
    static func changes(
        of slot: LicenseSlot,
        from old: SlotReport?,
        _ reminder: String?,
        to new: SlotReport?,
        _ nextReminder: String?
    ) -> [EntitlementChange] {
        var changes: [EntitlementChange] = []
        for (before, after) in zip(self.facts(about: slot, old, reminder), self.facts(about: slot, new, nextReminder)) {
            // Two licenses of one id are two licenses.
            let isOther = before.aspect == .license && old?.payloadDigest != new?.payloadDigest
            if before.kind != after.kind || isOther {
                changes.append(
                    .init(before.aspect, slot, from: before.kind.map(Value.init), to: after.kind.map(Value.init))
                )
            }
            if before.aspect == .edition {
                changes += self.changes(ofLimits: old?.limits ?? [:], to: new?.limits ?? [:], slot)
            }
        }
        return changes
    }

    /// What a report tells of a slot, in the order of ``Aspect``, but for its limits.
    private static func facts(
        about slot: LicenseSlot,
        _ report: SlotReport?,
        _ reminder: String?
    ) -> [(aspect: Aspect, kind: Value.Kind?)] {
        [
            (.status, .text((report?.status ?? LicenseStatus(.empty, of: slot)).rawValue)),
            (.menu, slot == .base ? nil : .text((report?.menu ?? .hidden).rawValue)),
            (.license, (report?.licenseID?.rawValue).map(Value.Kind.text)),
            (.edition, slot == .base ? (report?.edition?.rawValue).map(Value.Kind.text) : nil),
            (
                .features,
                report?.licenseID == nil ? nil : report?.features.map { .names($0.map(\.rawValue)) } ?? .text("all")
            ),
            (.coveredUntil, (report?.coveredUntil).map(Value.Kind.instant)),
            (.view, (report?.againstViewing).map(Value.Kind.codes)),
            (.operate, (report?.againstOperating).map(Value.Kind.codes)),
            (.reminder, reminder.map(Value.Kind.text)),
        ]
    }

    /// What differs in whether a slot may be changed.
    static func change(ofOperating slot: LicenseSlot, from old: [DenialReason.Code], to new: [DenialReason.Code])
        -> EntitlementChange
    {
        .init(.operate, slot, from: Value(kind: .codes(old)), to: Value(kind: .codes(new)))
    }

    /// What differs between two quotas of a unit: one change, or none.
    static func change(ofQuota old: LicenseQuota?, to new: LicenseQuota?) -> [EntitlementChange] {
        guard old != new else {
            return []
        }
        func value(_ quota: LicenseQuota?) -> Value? {
            quota.map { Value(kind: .quota($0)) }
        }
        return [.init(.quota, nil, unit: old?.unit ?? new?.unit, from: value(old), to: value(new))]
    }

    /// What differs at login: one change, or none.
    static func change(ofLogin old: LoginDirective, to new: LoginDirective) -> [EntitlementChange] {
        old == new ? [] : [.init(.login, nil, from: .text(old.rawValue), to: .text(new.rawValue))]
    }

    /// What differs between two lists of findings, of which each may hold a finding more than once.
    ///
    /// - Returns: The findings that are gone, then those that are new, each in order.
    static func changes(ofFindings old: [LicenseFinding], to new: [LicenseFinding]) -> [EntitlementChange] {
        let (old, new) = (old.ordered(), new.ordered())
        var gone: [EntitlementChange] = []
        var added: [EntitlementChange] = []
        var (place, next) = (0, 0)
        while place < old.count || next < new.count {
            if next == new.count || place < old.count && old[place] < new[next] {
                gone.append(.init(.finding, nil, from: Value(kind: .finding(old[place])), to: nil))
                place += 1
            } else if place == old.count || new[next] < old[place] {
                added.append(.init(.finding, nil, from: nil, to: Value(kind: .finding(new[next]))))
                next += 1
            } else {
                (place, next) = (place + 1, next + 1)
            }
        }
        return gone + added
    }

    /// What differs between the limits of a slot's effective licenses, ordered by unit.
    private static func changes(
        ofLimits old: [LimitUnit: License.Limit],
        to new: [LimitUnit: License.Limit],
        _ slot: LicenseSlot
    ) -> [EntitlementChange] {
        guard old != new else {
            return []
        }
        return (Array(old.keys) + Array(new.keys)).distinct()
            .compactMap { unit in
                let (before, after) = (old[unit], new[unit])
                return before == after
                    ? nil
                    : .init(
                        .limit,
                        slot,
                        unit: unit,
                        from: before.map { Value(kind: .limit($0)) },
                        to: after.map { Value(kind: .limit($0)) }
                    )
            }
    }
}

extension EntitlementChange.Value {
    fileprivate static func text(_ text: String) -> EntitlementChange.Value {
        EntitlementChange.Value(kind: .text(text))
    }
}

extension EntitlementChange.Value.Kind {
    fileprivate static func codes(_ codes: [DenialReason.Code]) -> EntitlementChange.Value.Kind {
        .names(codes.map(\.rawValue))
    }
}
