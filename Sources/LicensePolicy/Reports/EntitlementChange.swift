public import LicenseModel

/// One thing that differs between two reports.
public struct EntitlementChange: Sendable, Hashable, Codable {
    /// The name of what can differ.
    ///
    /// The days that remain and the instant are not among them: they differ every day.
    public struct Aspect: OpenCode {
        /// The aspect's name, such as `status`.
        public let rawValue: String

        /// Takes an aspect's name, whether or not this release knows it.
        ///
        /// - Parameter rawValue: The name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The status of a slot.
        public static let status = Aspect(rawValue: "status")

        /// The menu entry of a module.
        public static let menu = Aspect(rawValue: "menu")

        /// The effective license of a slot, its id.
        public static let license = Aspect(rawValue: "license")

        /// How much of each unit the effective license of a slot names, such as `cpus 4, hosts unlimited`.
        public static let limits = Aspect(rawValue: "limits")

        /// The only features that a slot has by its license, or `all functions`, or `no functions`.
        public static let features = Aspect(rawValue: "features")

        /// How far a slot's licenses reach without a gap.
        public static let coveredUntil = Aspect(rawValue: "coveredUntil")

        /// Whether a slot may be looked at: `allowed`, or the codes of the reasons against it.
        public static let view = Aspect(rawValue: "view")

        /// Whether a slot may be changed: `allowed`, or the codes of the reasons against it.
        public static let operate = Aspect(rawValue: "operate")

        /// The reminder about a slot, its id.
        public static let reminder = Aspect(rawValue: "reminder")

        /// The quota of a unit: licensed, used, absorbed, available and over.
        public static let quota = Aspect(rawValue: "quota")

        /// What happens at login.
        public static let login = Aspect(rawValue: "login")

        /// A finding, its code and the license.
        public static let finding = Aspect(rawValue: "finding")

        /// The aspects of this release, in the order in which changes of a slot are listed.
        public static let known: [Aspect] = [
            .status, .menu, .license, .limits, .features, .coveredUntil, .view, .operate, .reminder, .quota, .login,
            .finding,
        ]
    }

    /// What differs.
    public let aspect: Aspect

    /// The slot, `nil` for what concerns none.
    public let slot: LicenseSlot?

    /// What it was, or `nil` where there was nothing.
    public let before: String?

    /// What it becomes, or `nil` where there is nothing.
    public let after: String?
}

extension EntitlementChange: CustomStringConvertible {
    /// The aspect, the slot, and what it was and becomes, for logs.
    public var description: String {
        let place = self.slot.map { " of \($0)" } ?? ""
        return "\(self.aspect)\(place): \(self.before ?? "nothing") -> \(self.after ?? "nothing")"
    }
}

extension EntitlementChange {
    /// Reads a change as another service writes it.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` where a text holds control characters.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.aspect = try container.decode(Aspect.self, forKey: .aspect)
        self.slot = try container.decodeIfPresent(LicenseSlot.self, forKey: .slot)
        self.before = try container.decodeTextIfPresent(forKey: .before)
        self.after = try container.decodeTextIfPresent(forKey: .after)
    }
}

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
        func compare<Value: Equatable>(
            _ aspect: Aspect,
            _ value: (SlotReport) -> Value?,
            without none: Value? = nil,
            text: (Value) -> String?
        ) {
            let (before, after) = (old.map(value) ?? none, new.map(value) ?? none)
            if before != after {
                changes.append(
                    .init(aspect: aspect, slot: slot, before: before.flatMap(text), after: after.flatMap(text))
                )
            }
        }
        let status = LicenseStatus(.empty, of: slot)
        compare(.status, { $0.status }, without: status, text: { $0.rawValue })
        compare(.menu, { $0.menu }, without: .hidden, text: { $0.rawValue })
        // Two licenses of one id are two licenses.
        if old?.licenseID != new?.licenseID || old?.payloadDigest != new?.payloadDigest {
            let (before, after) = (old?.licenseID?.rawValue, new?.licenseID?.rawValue)
            changes.append(.init(aspect: .license, slot: slot, before: before, after: after))
        }
        compare(.limits, { $0.limits }, without: [:], text: { $0.line })
        compare(.features, { $0.licenseID == nil ? nil : Features($0.features) }, text: { $0.line })
        compare(.coveredUntil, { $0.coveredUntil }, text: { $0.description })
        compare(.view, { $0.againstViewing }, text: { $0.line })
        compare(.operate, { $0.againstOperating }, text: { $0.line })
        if reminder != nextReminder {
            changes.append(.init(aspect: .reminder, slot: slot, before: reminder, after: nextReminder))
        }
        return changes
    }

    /// What differs in whether a slot may be changed.
    static func change(ofOperating slot: LicenseSlot, from old: [DenialReason.Code], to new: [DenialReason.Code])
        -> EntitlementChange
    {
        .init(aspect: .operate, slot: slot, before: old.line, after: new.line)
    }

    /// What differs between two quotas of a unit: one change, or none.
    static func change(ofQuota old: LicenseQuota?, to new: LicenseQuota?) -> [EntitlementChange] {
        old == new ? [] : [.init(aspect: .quota, slot: nil, before: old?.line, after: new?.line)]
    }

    /// What differs at login: one change, or none.
    static func change(ofLogin old: LoginDirective, to new: LoginDirective) -> [EntitlementChange] {
        old == new ? [] : [.init(aspect: .login, slot: nil, before: old.rawValue, after: new.rawValue)]
    }

    /// What differs between two lists of findings, of which each may hold a finding more than once.
    ///
    /// - Returns: The findings that are gone, then those that are new, each in order.
    static func changes(ofFindings old: [LicenseFinding], to new: [LicenseFinding]) -> [EntitlementChange] {
        let (old, new) = (old.sorted(), new.sorted())
        var gone: [EntitlementChange] = []
        var added: [EntitlementChange] = []
        var (place, next) = (0, 0)
        while place < old.count || next < new.count {
            if next == new.count || place < old.count && old[place] < new[next] {
                gone.append(.init(aspect: .finding, slot: nil, before: old[place].line, after: nil))
                place += 1
            } else if place == old.count || new[next] < old[place] {
                added.append(.init(aspect: .finding, slot: nil, before: nil, after: new[next].line))
                next += 1
            } else {
                (place, next) = (place + 1, next + 1)
            }
        }
        return gone + added
    }

    /// The features of a license, of which none listed means all.
    private struct Features: Equatable {
        let listed: [License.Feature]?

        init(_ listed: [License.Feature]?) {
            self.listed = listed
        }

        var line: String {
            guard let listed = self.listed else {
                return "all functions"
            }
            return listed.isEmpty ? "no functions" : listed.map(\.rawValue).joined(separator: ", ")
        }
    }
}

extension [LimitUnit: License.Limit] {
    fileprivate var line: String? {
        let limits = self.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return limits.isEmpty ? nil : limits.joined(separator: ", ")
    }
}

extension LicenseQuota {
    fileprivate var line: String {
        "\(self.licensed) licensed, \(self.used) used, \(self.absorbed) absorbed, \(self.available) available, \(self.over) over"
    }
}

extension LicenseFinding {
    fileprivate var line: String {
        self.description
    }
}

extension [DenialReason.Code] {
    fileprivate var line: String {
        self.isEmpty ? "allowed" : self.map(\.rawValue).joined(separator: ", ")
    }
}
