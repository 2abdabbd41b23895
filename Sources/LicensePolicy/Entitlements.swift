public import LicenseModel

/// The capabilities and limits that all loaded licenses grant together at an instant.
///
/// The value is a pure function of the licenses, the instant and the product's configuration. It does not read a clock,
/// so the same input always gives the same result. A server gets it from its ``LicenseGate``, which uses a trusted
/// time, once per page or transaction:
///
/// ```swift
/// let entitlements = gate.entitlements
/// try entitlements.decision(for: .operate(.module("replication"))).require()
/// ```
public struct Entitlements: Sendable {
    /// The shared storage, which makes copies cheap: gates, denials and timelines pass entitlements around.
    private final class Evaluation: Sendable {
        let instant: LicenseInstant
        let configuration: PolicyConfiguration
        let base: SlotEntitlement
        let modules: [SlotEntitlement]
        let findings: [LicenseFinding]
        let table: SlotTable

        init(_ table: SlotTable, at instant: LicenseInstant, configuration: PolicyConfiguration) {
            let base = table.entitlement(of: .base, table.base, at: instant)
            self.instant = instant
            self.configuration = configuration
            self.base = base
            self.modules = table.modules.map { table.entitlement(of: .module($0.module), $0.indices, at: instant) }
            self.findings = table.findings(base, self.modules, at: instant)
            self.table = table
        }
    }

    private let evaluation: Evaluation

    /// The instant at which the licenses were evaluated.
    public var instant: LicenseInstant {
        self.evaluation.instant
    }

    /// The product's configuration: its catalog, node, build date and defaults.
    public var configuration: PolicyConfiguration {
        self.evaluation.configuration
    }

    /// The entitlement of the base slot.
    public var base: SlotEntitlement {
        self.evaluation.base
    }

    /// The entitlement of each module that a license names, ordered by the bytes of the module's name.
    ///
    /// Excluded licenses are ignored. For a module that is not in the list, use ``subscript(_:)``.
    public var modules: [SlotEntitlement] {
        self.evaluation.modules
    }

    /// The problems in the licenses that an operator should look at, ordered by code, then by license.
    ///
    /// Problems of the machine's clock are only in ``LicenseGate/findings``. An empty list means that there are no
    /// problems.
    public var findings: [LicenseFinding] {
        self.evaluation.findings
    }

    /// The licenses by the slots that they fill.
    var table: SlotTable {
        self.evaluation.table
    }

    /// Evaluates licenses at an instant.
    ///
    /// - Parameters:
    ///   - licenses: The loaded licenses, in any order. Duplicates are ignored.
    ///   - instant: The instant at which to evaluate the licenses. Read the clock once and pass the result.
    ///   - configuration: The product's configuration.
    public init(_ licenses: [License], at instant: LicenseInstant, configuration: PolicyConfiguration) {
        self.evaluation = Evaluation(SlotTable(licenses, configuration), at: instant, configuration: configuration)
    }

    private init(_ evaluation: Evaluation) {
        self.evaluation = evaluation
    }

    /// Evaluates the same licenses at another instant, without assigning them to slots again.
    ///
    /// - Parameter instant: The other instant, earlier or later.
    /// - Returns: The entitlements at that instant, as if the licenses were evaluated from scratch.
    package func at(_ instant: LicenseInstant) -> Entitlements {
        Entitlements(Evaluation(self.table, at: instant, configuration: self.configuration))
    }

    /// Accesses the entitlement of a slot, whose state is `empty` if no license fills the slot.
    ///
    /// - Parameter slot: The base or a module.
    public subscript(slot: LicenseSlot) -> SlotEntitlement {
        guard let module = slot.module else {
            return self.base
        }
        let index = self.modules.endOfPrefix { $0.slot < .module(module) }
        guard index < self.modules.count, self.modules[index].slot == slot else {
            return SlotEntitlement(slot: slot, instant: self.instant, state: .empty, license: nil, coveredUntil: nil)
        }
        return self.modules[index]
    }

    /// The reminders to show at login, for the base first, then for the modules.
    ///
    /// Empty if no reminder is due.
    public var reminders: [LicenseReminder] {
        ([self.base] + self.modules).compactMap { $0.reminder(defaultDays: self.configuration.reminderDays) }
    }

    /// The community grant that applies in place of the base license.
    ///
    /// It is `nil` if the product has no grant, or if the base license replaces it.
    public var communityGrant: CommunityGrant? {
        self.rules.grant
    }

    /// The behavior of a user interface at login: proceed, remind or redirect.
    public var login: LoginDirective {
        if self.base.state == .expired || self.modules.contains(where: { $0.state == .expired }) {
            return .redirect
        }
        return self.reminders.isEmpty ? .proceed : .remind
    }

    /// The rules that decide whether a capability is allowed.
    var rules: CapabilityRules {
        CapabilityRules(base: self.base, entitlements: self)
    }
}
