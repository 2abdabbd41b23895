import Foundation
import LicenseModel
import Testing

@Suite("States, statuses and decisions as values")
struct RightsTests {
    /// A state, and what it is for the base and for a module.
    struct Row: Sendable {
        let state: SlotState
        let base: LicenseStatus
        let module: LicenseStatus
        let menu: MenuState
        let isLicensed: Bool
    }

    @Test(
        "A state has the status and the menu entry of the contract's table",
        arguments: [
            Row(state: .empty, base: .none, module: .notActivated, menu: .hidden, isLicensed: false),
            Row(state: .pending, base: .notYetValid, module: .notYetValid, menu: .hidden, isLicensed: false),
            Row(state: .inForce, base: .valid, module: .activated, menu: .shown, isLicensed: true),
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
        "The names that programs compare are the contract's",
        arguments: [
            (
                LicenseStatus.allCases.map(\.rawValue),
                ["none", "notActivated", "notYetValid", "valid", "activated", "grace", "expired"]
            ),
            (MenuState.allCases.map(\.rawValue), ["hidden", "shown", "forbidden"]),
            (LoginDirective.allCases.map(\.rawValue), ["proceed", "remind", "redirect"]),
            (Reminder.Kind.allCases.map(\.rawValue), ["expiring", "grace", "expired"]),
            (Capability.Operation.allCases.map(\.rawValue), ["view", "operate", "keepRunning", "recover"]),
            (
                Finding.Code.allCases.map(\.rawValue),
                ["build-not-covered", "clock-suspect", "issued-in-future", "licensee-differs"]
            ),
            (
                DenialReason.Code.allCases.map(\.rawValue),
                [
                    "base-missing", "base-build-not-covered", "base-not-yet-valid", "base-expired",
                    "module-not-activated", "module-build-not-covered", "module-not-yet-valid", "module-expired",
                    "feature-not-included", "limit-reached",
                ]
            ),
        ]
    )
    func names(_ names: [String], _ expected: [String]) {
        #expect(names == expected)
    }

    @Test("A yes has no reasons and goes on")
    func allowed() throws {
        #expect(Decision.allowed.isAllowed)
        #expect(Decision.allowed.reasons.isEmpty)
        try Decision.allowed.require()
    }

    @Test("A no has its reasons and throws them")
    func denied() {
        let denial = LicenseDenial(
            capability: .operate(.module(.vmware)),
            reasons: [.baseMissing, .moduleNotActivated(.vmware)]
        )
        let decision = Decision.denied(denial)
        #expect(!decision.isAllowed)
        #expect(decision.reasons == [.baseMissing, .moduleNotActivated(.vmware)])
        #expect(throws: denial) { try decision.require() }
        #expect("\(denial)" == "operate vmware is denied: base-missing, module-not-activated")
    }

    @Test(
        "A reason names the licence concerned, where there is one",
        arguments: [
            (DenialReason.baseMissing, nil), (.moduleNotActivated(.vmware), nil), (.limitReached([]), nil),
            (.baseBuildNotCovered("A", updatesUntil: .earliest), "A"), (.baseNotYetValid("B", from: .earliest), "B"),
            (.baseExpired("C", since: .earliest), "C"), (.moduleNotYetValid(.vmware, "D", from: .earliest), "D"),
            (.moduleBuildNotCovered(.vmware, "E", updatesUntil: .earliest), "E"),
            (.moduleExpired(.vmware, "F", since: .earliest), "F"), (.featureNotIncluded("clone", "G"), "G"),
        ] as [(DenialReason, LicenseID?)]
    )
    func reasonLicense(_ reason: DenialReason, _ id: LicenseID?) {
        #expect(reason.licenseID == id)
    }

    @Test("A reminder survives JSON, and its id names what it is about")
    func reminderCoding() throws {
        let reminder = Reminder(kind: .expiring, slot: .module(.vmware), license: "V-1", daysRemaining: 3)
        #expect(reminder.subject == .module(.vmware))
        #expect(Reminder(kind: .grace, slot: .base, license: "B-1", daysRemaining: 0).subject == .base)
        #expect(try JSONDecoder().decode(Reminder.self, from: JSONEncoder().encode(reminder)) == reminder)
    }

    @Test("Findings are ordered by code, then by licence, and survive JSON")
    func findings() throws {
        let findings = [
            Finding(.licenseeDiffers, "A"), Finding(.issuedInFuture, "b"), Finding(.issuedInFuture, "B"),
            Finding(.buildNotCovered, "Z"), Finding(.clockSuspect),
        ]
        let expected = ["Z", nil, "B", "b", "A"]
        #expect(findings.sorted().map(\.licenseID?.rawValue) == expected)
        #expect(try JSONDecoder().decode([Finding].self, from: JSONEncoder().encode(findings)) == findings)
    }
}
