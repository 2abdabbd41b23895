public import LicenseModel

/// One thing that differs between two reports.
public struct EntitlementChange: Sendable, Equatable, Codable {
    /// What can differ.
    ///
    /// The days that remain and the instant are left out: they differ every day.
    public enum Aspect: String, Sendable, Hashable, Codable, CaseIterable {
        /// The status of a slot.
        case status

        /// The menu entry of a module.
        case menu

        /// The effective licence of a slot, its id.
        case license

        /// How much of each unit the effective licence of a slot names, such as `cpus 4, hosts unlimited`.
        case limits

        /// The only functions that a slot has by its licence, or `all functions`, or `no functions`.
        case features

        /// How far a slot's licences reach without a gap.
        case coveredUntil

        /// Whether a slot may be looked at: `allowed`, or the codes of the reasons against it.
        case view

        /// Whether a slot may be changed: `allowed`, or the codes of the reasons against it.
        case operate

        /// The reminder about a slot, its id.
        case reminder

        /// The quota of a unit: licensed, used, absorbed, available and over.
        case quota

        /// What happens at login.
        case login

        /// A finding, its code and the licence.
        case finding
    }

    /// What differs.
    public let aspect: Aspect

    /// The slot, `nil` for what concerns none.
    public let slot: Slot?

    /// What it was, or `nil` where there was nothing.
    public let before: String?

    /// What it becomes, or `nil` where there is nothing.
    public let after: String?
}

extension EntitlementsReport {
    /// What differs in a later or other report.
    ///
    /// - Parameter other: The other report.
    /// - Returns: The differences, slot by slot, then those that concern no slot. Empty where nothing but the instant and the
    ///   days that remain differs.
    public func changes(to other: EntitlementsReport) -> [EntitlementChange] {
        var changes = self.slots(with: other).flatMap { Self.changes(of: $0, self, other) }
        for unit in (self.quotas + other.quotas).map(\.unit).distinct() {
            let before = self.quotas.first { $0.unit == unit }
            let after = other.quotas.first { $0.unit == unit }
            if before != after {
                changes.append(.init(aspect: .quota, slot: nil, before: before?.line, after: after?.line))
            }
        }
        if self.login != other.login {
            let (before, after) = (self.login.rawValue, other.login.rawValue)
            changes.append(.init(aspect: .login, slot: nil, before: before, after: after))
        }
        changes += self.findings.subtracting(other.findings)
            .map {
                .init(aspect: .finding, slot: nil, before: $0.line, after: nil)
            }
        changes += other.findings.subtracting(self.findings)
            .map {
                .init(aspect: .finding, slot: nil, before: nil, after: $0.line)
            }
        return changes
    }

    private static func changes(
        of slot: Slot,
        _ before: EntitlementsReport,
        _ after: EntitlementsReport
    ) -> [EntitlementChange] {
        var changes: [EntitlementChange] = []
        let (old, new) = (before[slot], after[slot])
        func compare(
            _ aspect: EntitlementChange.Aspect,
            evenIfEqual isOther: Bool = false,
            _ value: (EntitlementsReport, SlotReport?) -> String?
        ) {
            let texts = (value(before, old), value(after, new))
            if texts.0 != texts.1 || isOther {
                changes.append(.init(aspect: aspect, slot: slot, before: texts.0, after: texts.1))
            }
        }
        // A module of which a report knows nothing has no licence, so that its parts need no defaults but these.
        compare(.status) { $1?.status.rawValue ?? LicenseStatus(.empty, of: slot).rawValue }
        compare(.menu) { $1.map { $0.menu?.rawValue } ?? MenuState.hidden.rawValue }
        // Two licences of one id are two licences.
        compare(.license, evenIfEqual: old?.payloadDigest != new?.payloadDigest) {
            $1?.licenseID?.rawValue
        }
        compare(.limits) { $1?.limitsLine }
        compare(.features) { $1?.featuresLine }
        compare(.coveredUntil) { $1?.coveredUntil?.description }
        compare(.view) { $1.map { $0.againstViewing.line } }
        compare(.operate) { $1.map { $0.againstOperating.line } }
        compare(.reminder) { report, _ in report.reminders.first { $0.subject == slot }?.id }
        return changes
    }
}

extension SlotReport {
    fileprivate var limitsLine: String? {
        let limits = Array(self.limits).ordered { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return limits.isEmpty ? nil : limits.joined(separator: ", ")
    }

    fileprivate var featuresLine: String? {
        guard self.licenseID != nil, let features = self.features else {
            return self.licenseID == nil ? nil : "all functions"
        }
        return features.isEmpty ? "no functions" : features.map(\.rawValue).joined(separator: ", ")
    }
}

extension Quota {
    fileprivate var line: String {
        "\(self.licensed) licensed, \(self.used) used, \(self.absorbed) absorbed, \(self.available) available, \(self.over) over"
    }
}

extension Finding {
    fileprivate var line: String {
        self.code.rawValue + (self.licenseID.map { " \($0)" } ?? "")
    }
}

extension [DenialReason.Code] {
    fileprivate var line: String {
        self.isEmpty ? "allowed" : self.map(\.rawValue).joined(separator: ", ")
    }
}

extension [Finding] {
    /// What is here and not there, as often as it is here more.
    fileprivate func subtracting(_ others: [Finding]) -> [Finding] {
        var rest = others
        return self.filter { finding in
            guard let index = rest.firstIndex(of: finding) else {
                return true
            }
            rest.remove(at: index)
            return false
        }
    }
}
