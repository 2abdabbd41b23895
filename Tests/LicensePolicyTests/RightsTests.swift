import Foundation
import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("States, statuses and decisions as values")
struct RightsTests {
    /// A state of a slot, with the status of the base and of a module, and the menu state.
    struct Row: Sendable {
        let state: SlotState
        let base: LicenseStatus
        let module: LicenseStatus
        let menu: MenuState
        let isLicensed: Bool
    }

    @Test(
        "Each state has the documented status and menu state",
        arguments: [
            Row(state: .empty, base: .unlicensed, module: .notActivated, menu: .hidden, isLicensed: false),
            Row(state: .pending, base: .notYetValid, module: .notYetValid, menu: .hidden, isLicensed: false),
            Row(state: .current, base: .valid, module: .activated, menu: .shown, isLicensed: true),
            Row(state: .grace, base: .grace, module: .grace, menu: .shown, isLicensed: true),
            Row(state: .expired, base: .expired, module: .expired, menu: .forbidden, isLicensed: false),
        ]
    )
    func table(_ row: Row) {
        #expect(LicenseStatus(row.state, of: .base) == row.base)
        #expect(LicenseStatus(row.state, of: .module(.vmware)) == row.module)
        #expect(MenuState(row.state) == row.menu)
        #expect(row.state.isLicensed == row.isLicensed)
    }

    @Test(
        "The raw values that clients compare are stable",
        arguments: [
            (
                LicenseStatus.known.map(\.rawValue),
                ["none", "notActivated", "notYetValid", "valid", "activated", "grace", "expired"]
            ),
            ([MenuState.hidden, .shown, .forbidden].map(\.rawValue), ["hidden", "shown", "forbidden"]),
            ([LoginDirective.proceed, .remind, .redirect].map(\.rawValue), ["proceed", "remind", "redirect"]),
            (LicenseReminder.Kind.known.map(\.rawValue), ["expiring", "grace", "expired"]),
            (LicenseCapability.Operation.allCases.map(\.rawValue), ["view", "operate", "keepRunning", "recover"]),
            (
                LicenseFinding.Code.known.map(\.rawValue),
                [
                    "build-not-covered", "clock-suspect", "grants-less", "issued-in-future", "licensee-differs",
                    "updates-ended", "updates-ending", "wrong-node",
                ]
            ),
            (
                DenialReason.Code.known.map(\.rawValue),
                [
                    "base-missing", "base-build-not-covered", "base-wrong-node", "base-not-yet-valid", "base-expired",
                    "module-not-activated", "module-build-not-covered", "module-wrong-node", "module-not-yet-valid",
                    "module-expired", "feature-not-included", "limit-reached",
                ]
            ),
        ]
    )
    func names(_ names: [String], _ expected: [String]) {
        #expect(names == expected)
    }

    @Test("An allowed decision has no reasons and does not throw")
    func allowed() throws {
        #expect(LicenseDecision.allowed.isAllowed)
        #expect(LicenseDecision.allowed.reasons.isEmpty)
        try LicenseDecision.allowed.require()
    }

    @Test("A denied decision has its reasons and throws the denial")
    func denied() {
        let denial = LicenseDenial(
            .operate(.module(.vmware)),
            reasons: [DenialReason(.baseMissing, .base), DenialReason(.moduleNotActivated, .module(.vmware))],
            catalog: .zstack
        )
        let decision = LicenseDecision.denied(denial)
        #expect(!decision.isAllowed)
        #expect(
            decision.reasons == [
                DenialReason(.baseMissing, .base), DenialReason(.moduleNotActivated, .module(.vmware)),
            ]
        )
        #expect(throws: denial) { try decision.require() }
        #expect("\(denial)" == "operate vmware is denied: base-missing, module-not-activated")
    }

    @Test(
        "A reason has the id of its license, or nil",
        arguments: [
            (DenialReason(.baseMissing, .base), nil), (DenialReason(.moduleNotActivated, .module(.vmware)), nil),
            (DenialReason(.limitReached, .base, shortages: []), nil),
            (DenialReason(.baseBuildNotCovered, .base, licenseID: "A", instant: .earliest), "A"),
            (DenialReason(.baseNotYetValid, .base, licenseID: "B", instant: .earliest), "B"),
            (DenialReason(.baseExpired, .base, licenseID: "C", instant: .earliest), "C"),
            (DenialReason(.moduleNotYetValid, .module(.vmware), licenseID: "D", instant: .earliest), "D"),
            (DenialReason(.moduleBuildNotCovered, .module(.vmware), licenseID: "E", instant: .earliest), "E"),
            (DenialReason(.moduleExpired, .module(.vmware), licenseID: "F", instant: .earliest), "F"),
            (DenialReason(.featureNotIncluded, .base, licenseID: "G", feature: "clone"), "G"),
        ] as [(DenialReason, LicenseID?)]
    )
    func reasonLicense(_ reason: DenialReason, _ id: LicenseID?) {
        #expect(reason.licenseID == id)
    }

    @Test("A JSON round trip preserves a reminder and its subject")
    func reminderCoding() throws {
        let reminder = LicenseReminder(.expiring, .module(.vmware), "V-1", daysRemaining: 3, until: nil)
        #expect(reminder.slot == .module(.vmware))
        #expect(LicenseReminder(.grace, .base, "B-1", daysRemaining: 0, until: nil).slot == .base)
        #expect(try JSONDecoder().decode(LicenseReminder.self, from: JSONEncoder().encode(reminder)) == reminder)
    }

    @Test("Findings are sorted by code and license, and preserved by a JSON round trip")
    func findings() throws {
        let findings = [
            LicenseFinding(.licenseeDiffers, licenseID: "A"), LicenseFinding(.issuedInFuture, licenseID: "b"),
            LicenseFinding(.issuedInFuture, licenseID: "B"),
            LicenseFinding(.buildNotCovered, licenseID: "Z"), LicenseFinding(.clockSuspect),
        ]
        let expected = ["Z", nil, "B", "b", "A"]
        #expect(findings.sorted(by: <).map(\.licenseID?.rawValue) == expected)
        #expect(try JSONDecoder().decode([LicenseFinding].self, from: JSONEncoder().encode(findings)) == findings)
    }

    @Test("A denial sorts its reasons, with unknown ones at the end")
    func order() {
        let unknown = DenialReason(.init(rawValue: "base-revoked"), .base)
        let full = DenialReason(.limitReached, .base)
        let missing = DenialReason(.baseMissing, .base)
        let denial = LicenseDenial(.operate(.base), for: unknown, and: [full, missing], catalog: .zstack)
        #expect(denial.reasons == [missing, full, unknown])
        #expect(LicenseDenial(.operate(.base), for: full, catalog: .zstack).reasons == [full])
    }
}
