public import LicenseModel

/// What some licenses grant at an instant.
///
/// It is a pure function of the licenses, the instant and the product's configuration: it reads no clock and keeps no
/// state, and the same questions get the same answers. A server asks its ``LicenseGate``, whose time can be trusted, once
/// for each page or transaction:
///
/// ```swift
/// let entitlements = gate.entitlements
/// try entitlements.decision(for: .operate(.module("replication"))).require()
/// ```
public struct Entitlements: Sendable {
    /// What was evaluated, in one place, since gates, denials and timelines pass it on.
    private final class Evaluation: Sendable {
        let instant: LicenseInstant
        let configuration: PolicyConfiguration
        let base: SlotEntitlement
        let modules: [SlotEntitlement]
        let findings: [LicenseFinding]
        let table: SlotTable

        init(_ table: SlotTable, at instant: LicenseInstant, configuration: PolicyConfiguration) {
            let base = table.standing(of: .base, table.base, at: instant)
            self.instant = instant
            self.configuration = configuration
            self.base = base
            self.modules = table.modules.map { table.standing(of: .module($0.module), $0.places, at: instant) }
            self.findings = Entitlements.findings(in: table, base: base.license, at: instant)
            self.table = table
        }
    }

    private let evaluation: Evaluation

    /// The instant.
    public var instant: LicenseInstant {
        self.evaluation.instant
    }

    /// What the product decided.
    public var configuration: PolicyConfiguration {
        self.evaluation.configuration
    }

    /// How the base stands.
    public var base: SlotEntitlement {
        self.evaluation.base
    }

    /// How each module stands that a license names, ordered by the modules' bytes.
    public var modules: [SlotEntitlement] {
        self.evaluation.modules
    }

    /// What an operator should look at in the licenses, ordered by code, then by license.
    ///
    /// What there is to say of the machine's clock, ``LicenseGate/findings`` adds.
    public var findings: [LicenseFinding] {
        self.evaluation.findings
    }

    /// The licenses, sorted into slots.
    var table: SlotTable {
        self.evaluation.table
    }

    /// Evaluates licenses.
    ///
    /// - Parameters:
    ///   - licenses: The licenses that are loaded, in any order. One that is there twice counts once.
    ///   - instant: The instant, sampled once by the caller.
    ///   - configuration: What the product decided.
    public init(_ licenses: [License], at instant: LicenseInstant, configuration: PolicyConfiguration) {
        self.evaluation = Evaluation(SlotTable(licenses, configuration), at: instant, configuration: configuration)
    }

    private init(_ evaluation: Evaluation) {
        self.evaluation = evaluation
    }

    /// What the same licenses grant at another instant.
    ///
    /// - Parameter instant: The other instant, earlier or later.
    /// - Returns: What evaluating the licenses anew would give, without sorting them into slots again.
    package func at(_ instant: LicenseInstant) -> Entitlements {
        Entitlements(Evaluation(self.table, at: instant, configuration: self.configuration))
    }

    /// How a slot stands.
    ///
    /// - Parameter slot: The slot.
    public subscript(slot: LicenseSlot) -> SlotEntitlement {
        guard let module = slot.module else {
            return self.base
        }
        let index = self.modules.endOfFirst { $0.slot < .module(module) }
        guard index < self.modules.count, self.modules[index].slot == slot else {
            return SlotEntitlement(slot: slot, instant: self.instant, state: .empty, license: nil, coveredUntil: nil)
        }
        return self.modules[index]
    }

    /// What to remind of at login, the base first, then the modules.
    public var reminders: [LicenseReminder] {
        ([self.base] + self.modules).compactMap { $0.reminder(defaultDays: self.configuration.reminderDays) }
    }

    /// What a user interface does at login.
    public var login: LoginDirective {
        if self.base.state == .expired || self.modules.contains(where: { $0.state == .expired }) {
            return .redirect
        }
        return self.reminders.isEmpty ? .proceed : .remind
    }

    /// What decides.
    var ruling: Ruling {
        Ruling(base: self.base, entitlements: self)
    }

    fileprivate static func findings(in table: SlotTable, base: License?, at instant: LicenseInstant)
        -> [LicenseFinding]
    {
        var findings = table.excluded.map(\.finding)
        let dayAhead = instant.advanced(byDays: 1).secondsSince1970
        for term in table.terms {
            if term.issue > dayAhead {
                findings.append(LicenseFinding(.issuedInFuture, licenseID: table.license(of: term).id))
            }
            if !term.isBase, let base {
                let license = table.license(of: term)
                if !license.hasParties(of: base) {
                    findings.append(LicenseFinding(.licenseeDiffers, licenseID: license.id))
                }
            }
        }
        return findings.ordered()
    }
}
