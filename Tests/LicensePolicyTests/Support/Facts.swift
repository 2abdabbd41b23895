import LicenseModel
import LicensePolicy
import ZStackLicensing

/// What can be learned of entitlements but for the instant and the days that remain, asked one by one.
///
/// Of it the tests compute what a report, a timeline and a preview must say.
struct Facts: Equatable {
    /// How a slot stands.
    struct OfSlot: Equatable {
        let status: LicenseStatus
        let menu: MenuState?
        let license: License?
        let features: Set<License.Feature>?
        let coveredUntil: LicenseInstant?
        let reminder: String?
        let againstViewing: [String]
        let againstOperating: [String]
    }

    /// A module that the license guide does not name.
    static let otherModule: License.Module = "acme"

    /// The slots that are asked about, in the order in which a report has them.
    static let slots: [LicenseSlot] = [
        .base, .module(otherModule), .module(.baremetal), .module(.disasterRecovery), .module(.projectManagement),
        .module(.vmware),
    ]

    /// What may be denied, in the order in which a preview names it.
    static let rights: [LicenseCapability] = slots.flatMap { slot in
        RandomWorld.features.flatMap {
            [LicenseCapability(.view, slot, ofFeature: $0), LicenseCapability(.operate, slot, ofFeature: $0)]
        }
    }

    private static let others: [LicenseCapability] = slots.flatMap { [.keepRunning($0), .recover($0)] }

    static let usage = LicenseUsage(total: [.hosts: 12], modules: [.vmware: [.hosts: 6], .baremetal: [.hosts: 4]])

    /// By slot, `nil` for a module that neither the license guide nor a license names.
    let slots: [OfSlot?]
    let rights: [LicenseDecision]
    let others: [LicenseDecision]
    let quotas: [LicenseQuota]
    let reminders: [String]
    let findings: [LicenseFinding]
    let login: LoginDirective

    init(_ entitlements: Entitlements) {
        let reminders = entitlements.reminders
        let rights = Self.rights.map(entitlements.decision(for:))
        self.slots = zip(Self.slots, 0...)
            .map { slot, place in
                let standing = entitlements[slot]
                guard slot != .module(Self.otherModule) || standing.license != nil else { return nil }
                // Each slot's rights start with those of no named function.
                let first = place * 2 * RandomWorld.features.count
                return OfSlot(
                    status: standing.status,
                    menu: standing.menu,
                    license: standing.license,
                    features: standing.license?.features(in: slot),
                    coveredUntil: standing.coveredUntil,
                    reminder: reminders.first { $0.subject == slot }?.id,
                    againstViewing: rights[first].reasons.map(\.code.rawValue),
                    againstOperating: rights[first + 1].reasons.map(\.code.rawValue)
                )
            }
        self.rights = rights
        self.others = Self.others.map(entitlements.decision(for:))
        self.quotas = entitlements.quotas(given: Self.usage)
        self.reminders = reminders.map(\.id)
        self.findings = entitlements.findings
        self.login = entitlements.login
    }

    /// Whether a report says just this.
    func isTold(by report: EntitlementsReport) -> Bool {
        var told = [report.base] + report.modules
        for (slot, facts) in zip(Self.slots, self.slots) {
            guard let facts else { continue }
            guard told.first?.slot == slot, facts.isTold(by: told.removeFirst()) else { return false }
        }
        return told.isEmpty && report.quotas == self.quotas && report.reminders.map(\.id) == self.reminders
            && report.findings.map(\.value) == self.findings && report.login == self.login
    }
}

extension Facts.OfSlot {
    fileprivate func isTold(by report: SlotReport) -> Bool {
        report.status == self.status && report.menu == self.menu && report.licenseID == self.license?.id
            && report.payloadDigest == self.license?.payloadDigest
            && report.limits == self.license?.limits ?? [:] && report.features == self.features?.sorted()
            && report.expiresAt == self.license?.expiresAt && report.coveredUntil == self.coveredUntil
            && report.againstViewing.map(\.rawValue) == self.againstViewing
            && report.againstOperating.map(\.rawValue) == self.againstOperating
    }
}

extension License {
    /// The functions that it lists for a slot: a base license does for the base alone.
    func features(in slot: LicenseSlot) -> Set<License.Feature>? {
        switch (self.category, slot) {
        case (.base, .module): nil
        case (.base, .base), (.plus, _): self.features
        }
    }
}
