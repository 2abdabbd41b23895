public import LicenseModel

/// What some licences grant at an instant.
///
/// It is a pure function of the licences, the instant and the product's configuration: it reads no clock and keeps no
/// state, and the same questions get the same answers. Sample the time once, and ask one value all there is to ask.
///
/// ```swift
/// let entitlements = Entitlements(licenses, at: Instant(.now))
/// try entitlements.decision(for: .operate(.module(.vmware))).require()
/// ```
public struct Entitlements: Sendable {
    /// The instant.
    public let instant: Instant

    /// What the product decided.
    public let configuration: PolicyConfiguration

    /// How the base stands.
    public let base: SlotStanding

    /// How each module stands that a licence names, ordered by the modules' bytes.
    public let modules: [SlotStanding]

    /// What an operator should look at, ordered by code, then by licence.
    public let findings: [Finding]

    /// The licences, sorted into slots.
    let table: SlotTable

    /// Evaluates licences.
    ///
    /// - Parameters:
    ///   - licenses: The licences that are loaded, in any order. One that is there twice counts once.
    ///   - instant: The instant, sampled once by the caller.
    ///   - configuration: What the product decided.
    public init(_ licenses: [License], at instant: Instant, configuration: PolicyConfiguration = .init()) {
        let table = SlotTable(licenses, builtAt: configuration.builtAt)
        self.init(table, at: instant, configuration: configuration)
    }

    private init(_ table: SlotTable, at instant: Instant, configuration: PolicyConfiguration) {
        let base = table.standing(of: .base, table.base, at: instant)
        self.instant = instant
        self.configuration = configuration
        self.base = base
        self.modules = table.modules.map { table.standing(of: .module($0.module), $0.places, at: instant) }
        self.findings = Self.findings(in: table, base: base.license, at: instant)
        self.table = table
    }

    /// What the same licences grant at another instant.
    ///
    /// - Parameter instant: The other instant, earlier or later.
    /// - Returns: What evaluating the licences anew would give, without sorting them into slots again.
    package func at(_ instant: Instant) -> Entitlements {
        Entitlements(self.table, at: instant, configuration: self.configuration)
    }

    /// How a slot stands.
    ///
    /// - Parameter slot: The slot.
    public subscript(slot: Slot) -> SlotStanding {
        guard let module = slot.module else {
            return self.base
        }
        let index = self.modules.endOfFirst { $0.slot < .module(module) }
        guard index < self.modules.count, self.modules[index].slot == slot else {
            return SlotStanding(slot: slot, instant: self.instant, state: .empty, license: nil, coveredUntil: nil)
        }
        return self.modules[index]
    }

    /// What to remind of at login, the base first, then the modules (licence guide, rows 32 to 36).
    public var reminders: [Reminder] {
        ([self.base] + self.modules).compactMap { $0.reminder(defaultDays: self.configuration.reminderDays) }
    }

    /// What a user interface does at login (licence guide, rows 34 and 37).
    public var login: LoginDirective {
        if self.base.state == .expired || self.modules.contains(where: { $0.state == .expired }) {
            return .redirect
        }
        return self.reminders.isEmpty ? .proceed : .remind
    }

    /// What decides.
    var ruling: Ruling {
        Ruling(base: self.base, configuration: self.configuration, table: self.table)
    }

    private static func findings(in table: SlotTable, base: License?, at instant: Instant) -> [Finding] {
        var findings = table.leftOut.map { Finding(.buildNotCovered, $0.id) }
        let dayAhead = instant.advanced(byDays: 1).secondsSince1970
        for term in table.terms {
            if term.issue > dayAhead {
                findings.append(Finding(.issuedInFuture, table.license(of: term).id))
            }
            if !term.isBase, let base {
                let license = table.license(of: term)
                if !license.hasParties(of: base) {
                    findings.append(Finding(.licenseeDiffers, license.id))
                }
            }
        }
        return findings.sorted()
    }
}
