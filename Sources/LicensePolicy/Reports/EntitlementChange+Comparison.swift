import LicenseModel

extension EntitlementChange {
    /// Compares two reports of a slot, and the IDs of its reminders.
    ///
    /// - Parameters:
    ///   - slot: The slot to compare.
    ///   - old: The earlier report, or `nil` if the slot is a module without a report, which means without a license.
    ///   - reminder: The ID of the earlier reminder, or `nil` if there was no reminder.
    ///   - new: The later report, or `nil` like the earlier one.
    ///   - nextReminder: The ID of the later reminder, or `nil` if there is no reminder.
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
            // Different licenses can have the same ID.
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

    /// Returns the values of a slot to compare, in the order of ``Aspect``, without its limits.
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
            (.view, (report?.viewDenialCodes).map(Value.Kind.codes)),
            (.operate, (report?.operateDenialCodes).map(Value.Kind.codes)),
            (.reminder, reminder.map(Value.Kind.text)),
        ]
    }

    /// Returns the change between two lists of reasons to deny operations on a slot.
    static func change(ofOperating slot: LicenseSlot, from old: [DenialReason.Code], to new: [DenialReason.Code])
        -> EntitlementChange
    {
        .init(.operate, slot, from: Value(kind: .codes(old)), to: Value(kind: .codes(new)))
    }

    /// Compares two quotas of a unit, and returns one change or an empty array.
    static func change(ofQuota old: LicenseQuota?, to new: LicenseQuota?) -> [EntitlementChange] {
        guard old != new else {
            return []
        }
        func value(_ quota: LicenseQuota?) -> Value? {
            quota.map { Value(kind: .quota($0)) }
        }
        return [.init(.quota, nil, unit: old?.unit ?? new?.unit, from: value(old), to: value(new))]
    }

    /// Compares two login directives, and returns one change or an empty array.
    static func change(ofLogin old: LoginDirective, to new: LoginDirective) -> [EntitlementChange] {
        old == new ? [] : [.init(.login, nil, from: .text(old.rawValue), to: .text(new.rawValue))]
    }

    /// Compares two lists of findings, either of which can contain duplicates.
    ///
    /// - Parameters:
    ///   - old: The earlier findings, in any order.
    ///   - new: The later findings, in any order.
    /// - Returns: The findings that were removed, then those that were added, each in ascending order.
    static func changes(ofFindings old: [LicenseFinding], to new: [LicenseFinding]) -> [EntitlementChange] {
        let (old, new) = (old.ordered(by: <), new.ordered(by: <))
        var removed: [EntitlementChange] = []
        var added: [EntitlementChange] = []
        var (oldIndex, newIndex) = (0, 0)
        while oldIndex < old.count || newIndex < new.count {
            if newIndex == new.count || oldIndex < old.count && old[oldIndex] < new[newIndex] {
                removed.append(.init(.finding, nil, from: Value(kind: .finding(old[oldIndex])), to: nil))
                oldIndex += 1
            } else if oldIndex == old.count || new[newIndex] < old[oldIndex] {
                added.append(.init(.finding, nil, from: nil, to: Value(kind: .finding(new[newIndex]))))
                newIndex += 1
            } else {
                (oldIndex, newIndex) = (oldIndex + 1, newIndex + 1)
            }
        }
        return removed + added
    }

    /// Compares the limits of a slot's earlier and later effective license, and returns the changes ordered by unit.
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
