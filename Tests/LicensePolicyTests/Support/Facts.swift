import LicenseModel
import LicensePolicy
import ZStackLicensing

/// The results of an evaluation without the instant and the remaining days, queried one by one.
///
/// The tests compute the expected reports, timelines and previews from these facts.
struct Facts: Equatable {
    /// The facts about one slot.
    struct Slot: Equatable {
        let status: LicenseStatus
        let menu: MenuState?
        let license: License?
        let features: Set<License.Feature>?
        let coveredUntil: LicenseInstant?
        let reminder: String?
        let viewDenialCodes: [String]
        let operateDenialCodes: [String]
    }

    /// A module that is not in the catalog.
    static let otherModule: License.Module = "acme"

    /// The slots to query, in the order of a report.
    static let slots: [LicenseSlot] = [
        .base, .module(otherModule), .module(.baremetal), .module(.disasterRecovery), .module(.projectManagement),
        .module(.vmware),
    ]

    /// The capabilities that can be denied, in the order of a preview.
    static let deniableCapabilities: [LicenseCapability] = slots.flatMap { slot in
        RandomScenario.features.flatMap {
            [LicenseCapability(.view, slot, ofFeature: $0), LicenseCapability(.operate, slot, ofFeature: $0)]
        }
    }

    /// The capabilities that are always allowed.
    private static let otherCapabilities: [LicenseCapability] = slots.flatMap { [.keepRunning($0), .recover($0)] }

    static let usage = LicenseUsage(total: [.hosts: 12], modules: [.vmware: [.hosts: 6], .baremetal: [.hosts: 4]])

    /// The facts by slot, or `nil` for a module that neither the catalog nor a license names.
    let slots: [Slot?]
    let decisions: [LicenseDecision]
    let otherDecisions: [LicenseDecision]
    let quotas: [LicenseQuota]
    let reminders: [String]
    let findings: [LicenseFinding]
    let login: LoginDirective

    init(_ entitlements: Entitlements) {
        let reminders = entitlements.reminders
        let decisions = Self.deniableCapabilities.map(entitlements.decision(for:))
        self.slots = zip(Self.slots, 0...)
            .map { slot, index in
                let entitlement = entitlements[slot]
                guard slot != .module(Self.otherModule) || entitlement.license != nil else { return nil }
                // The decisions of a slot start with those that name no feature.
                let first = index * 2 * RandomScenario.features.count
                return Slot(
                    status: entitlement.status,
                    menu: entitlement.menu,
                    license: entitlement.license,
                    features: entitlement.license?.features(in: slot),
                    coveredUntil: entitlement.coveredUntil,
                    reminder: reminders.first { $0.slot == slot }?.id,
                    viewDenialCodes: decisions[first].reasons.map(\.code.rawValue),
                    operateDenialCodes: decisions[first + 1].reasons.map(\.code.rawValue)
                )
            }
        self.decisions = decisions
        self.otherDecisions = Self.otherCapabilities.map(entitlements.decision(for:))
        self.quotas = entitlements.quotas(given: Self.usage)
        self.reminders = reminders.map(\.id)
        self.findings = entitlements.findings
        self.login = entitlements.login
    }

    /// Returns whether a report has exactly these facts.
    func matches(_ report: EntitlementsReport) -> Bool {
        var slotReports = [report.base] + report.modules
        for (slot, facts) in zip(Self.slots, self.slots) {
            guard let facts else { continue }
            guard slotReports.first?.slot == slot, facts.matches(slotReports.removeFirst()) else { return false }
        }
        return slotReports.isEmpty && report.quotas == self.quotas && report.reminders.map(\.id) == self.reminders
            && report.findings.map(\.value) == self.findings && report.login == self.login
    }
}

extension Facts.Slot {
    fileprivate func matches(_ report: SlotReport) -> Bool {
        report.status == self.status && report.menu == self.menu && report.licenseID == self.license?.id
            && report.payloadDigest == self.license?.payloadDigest
            && report.limits == self.license?.limits ?? [:] && report.features == self.features?.sorted()
            && report.expiresAt == self.license?.expiresAt && report.coveredUntil == self.coveredUntil
            && report.viewDenialCodes.map(\.rawValue) == self.viewDenialCodes
            && report.operateDenialCodes.map(\.rawValue) == self.operateDenialCodes
    }
}

extension License {
    /// Returns the features that the license lists for a slot: a base license lists only features of the core.
    func features(in slot: LicenseSlot) -> Set<License.Feature>? {
        switch (self.category, slot) {
        case (.base, .module): nil
        case (.base, .base), (.plus, _): self.features
        }
    }
}
