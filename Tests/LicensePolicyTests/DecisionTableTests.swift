import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("The decision table")
struct DecisionTableTests {
    /// The states of the base slot and a module's slot, and the expected reasons against each capability.
    struct Row: Sendable, CustomTestStringConvertible {
        let base: SlotCase
        let module: SlotCase
        let core: [String]
        let view: [String]
        let operate: [String]

        init(_ base: SlotCase, _ module: SlotCase, core: [String], view: [String], operate: [String]) {
            self.base = base
            self.module = module
            self.core = core
            self.view = view
            self.operate = operate
        }

        var testDescription: String {
            "base \(self.base.rawValue), module \(self.module.rawValue)"
        }
    }

    static let vmware = LicenseSlot.module(.vmware)

    /// The expected reasons against operating the core (`core`), and against viewing and operating the module.
    static let rows: [Row] = [
        Row(
            .empty,
            .empty,
            core: ["base-missing"],
            view: ["module-not-activated"],
            operate: ["base-missing", "module-not-activated"]
        ),
        Row(
            .empty,
            .pending,
            core: ["base-missing"],
            view: ["module-not-yet-valid"],
            operate: ["base-missing", "module-not-yet-valid"]
        ),
        Row(.empty, .current, core: ["base-missing"], view: [], operate: ["base-missing"]),
        Row(.empty, .grace, core: ["base-missing"], view: [], operate: ["base-missing"]),
        Row(
            .empty,
            .expired,
            core: ["base-missing"],
            view: ["module-expired"],
            operate: ["base-missing", "module-expired"]
        ),
        Row(
            .pending,
            .empty,
            core: ["base-not-yet-valid"],
            view: ["module-not-activated"],
            operate: ["base-not-yet-valid", "module-not-activated"]
        ),
        Row(
            .pending,
            .pending,
            core: ["base-not-yet-valid"],
            view: ["module-not-yet-valid"],
            operate: ["base-not-yet-valid", "module-not-yet-valid"]
        ),
        Row(.pending, .current, core: ["base-not-yet-valid"], view: [], operate: ["base-not-yet-valid"]),
        Row(.pending, .grace, core: ["base-not-yet-valid"], view: [], operate: ["base-not-yet-valid"]),
        Row(
            .pending,
            .expired,
            core: ["base-not-yet-valid"],
            view: ["module-expired"],
            operate: ["base-not-yet-valid", "module-expired"]
        ),
        Row(.current, .empty, core: [], view: ["module-not-activated"], operate: ["module-not-activated"]),
        Row(.current, .pending, core: [], view: ["module-not-yet-valid"], operate: ["module-not-yet-valid"]),
        Row(.current, .current, core: [], view: [], operate: []),
        Row(.current, .grace, core: [], view: [], operate: []),
        Row(.current, .expired, core: [], view: ["module-expired"], operate: ["module-expired"]),
        Row(.grace, .empty, core: [], view: ["module-not-activated"], operate: ["module-not-activated"]),
        Row(.grace, .pending, core: [], view: ["module-not-yet-valid"], operate: ["module-not-yet-valid"]),
        Row(.grace, .current, core: [], view: [], operate: []),
        Row(.grace, .grace, core: [], view: [], operate: []),
        Row(.grace, .expired, core: [], view: ["module-expired"], operate: ["module-expired"]),
        Row(
            .expired,
            .empty,
            core: ["base-expired"],
            view: ["module-not-activated"],
            operate: ["base-expired", "module-not-activated"]
        ),
        Row(
            .expired,
            .pending,
            core: ["base-expired"],
            view: ["module-not-yet-valid"],
            operate: ["base-expired", "module-not-yet-valid"]
        ),
        Row(.expired, .current, core: ["base-expired"], view: [], operate: ["base-expired"]),
        Row(.expired, .grace, core: ["base-expired"], view: [], operate: ["base-expired"]),
        Row(
            .expired,
            .expired,
            core: ["base-expired"],
            view: ["module-expired"],
            operate: ["base-expired", "module-expired"]
        ),
    ]

    /// The rows for a base license that bundles the module, without a plus license.
    static let bundles: [Row] = [
        Row(
            .pending,
            .pending,
            core: ["base-not-yet-valid"],
            view: ["module-not-yet-valid"],
            operate: ["base-not-yet-valid", "module-not-yet-valid"]
        ),
        Row(.current, .current, core: [], view: [], operate: []),
        Row(.grace, .grace, core: [], view: [], operate: []),
        Row(
            .expired,
            .expired,
            core: ["base-expired"],
            view: ["module-expired"],
            operate: ["base-expired", "module-expired"]
        ),
    ]

    static func check(_ row: Row, _ entitlements: Entitlements) {
        #expect(entitlements.codes(.operate(.base)) == row.core)
        #expect(entitlements.codes(.view(Self.vmware)) == row.view)
        #expect(entitlements.codes(.operate(Self.vmware)) == row.operate)
        #expect(entitlements.decision(for: .operate(.base)).isAllowed == row.core.isEmpty)
        #expect(entitlements.decision(for: .view(Self.vmware)).isAllowed == row.view.isEmpty)
        #expect(entitlements.decision(for: .operate(Self.vmware)).isAllowed == row.operate.isEmpty)
        for capability in [
            LicenseCapability.view(.base), .keepRunning(.base), .recover(.base), .keepRunning(Self.vmware),
            .recover(Self.vmware),
        ] {
            #expect(entitlements.decision(for: capability) == .allowed, "\(capability)")
        }
    }

    @Test("The table has a row for each pair of states")
    func complete() {
        #expect(Self.rows.count == 25)
        #expect(Set(Self.rows.map(\.testDescription)).count == 25)
    }

    @Test("The state of the base and the state of the module decide together", arguments: rows)
    func plus(_ row: Row) {
        Self.check(row, Entitlements(row.base.base() + row.module.plus(.vmware), at: .now))
    }

    @Test("A bundled module has the state of the base license that bundles it", arguments: bundles)
    func bundled(_ row: Row) {
        Self.check(row, Entitlements(row.base.base(bundles: [.vmware]), at: .now))
    }

    @Test("Licenses for other modules have no effect", arguments: rows)
    func otherModule(_ row: Row) {
        let others: [License] = [
            .plus(.baremetal, id: "P-2"), .plus(.projectManagement, id: "P-3", until: .days(-1)),
            .plus(.disasterRecovery, id: "P-4", from: .days(1)),
        ]
        Self.check(row, Entitlements(others + row.base.base() + row.module.plus(.vmware), at: .now))
    }

    @Test(
        "A reason names the license and the instant",
        arguments: [
            (
                SlotCase.pending,
                [
                    DenialReason(
                        .baseNotYetValid,
                        .base,
                        licenseID: "B-1",
                        instant: LicenseInstant(secondsSince1970: 1_800_864_000)
                    ),
                    DenialReason(
                        .moduleNotYetValid,
                        .module(.vmware),
                        licenseID: "P-1",
                        instant: LicenseInstant(secondsSince1970: 1_800_864_000)
                    ),
                ]
            ),
            (
                .expired,
                [
                    DenialReason(
                        .baseExpired,
                        .base,
                        licenseID: "B-1",
                        instant: LicenseInstant(secondsSince1970: 1_799_568_000)
                    ),
                    DenialReason(
                        .moduleExpired,
                        .module(.vmware),
                        licenseID: "P-1",
                        instant: LicenseInstant(secondsSince1970: 1_799_568_000)
                    ),
                ]
            ),
            (.empty, [DenialReason(.baseMissing, .base), DenialReason(.moduleNotActivated, .module(.vmware))]),
        ]
    )
    func reasons(_ state: SlotCase, _ expected: [DenialReason]) {
        let entitlements = Entitlements(state.base() + state.plus(.vmware), at: .now)
        #expect(entitlements.decision(for: .operate(Self.vmware)).reasons == expected)
    }

    @Test("A denial has the capability that was checked")
    func capability() {
        let capability = LicenseCapability.operate(Self.vmware, feature: "clone")
        let error = #expect(throws: LicenseDenial.self) { try Entitlements().decision(for: capability).require() }
        #expect(error?.capability == capability)
    }

    @Test("A base license with a grace period expires at the end of the grace period")
    func endOfGrace() {
        let entitlements = Entitlements(.base(until: .days(-5), graceDays: 2))
        let reasons = entitlements.decision(for: .operate(.base)).reasons
        #expect(
            reasons == [
                DenialReason(
                    .baseExpired,
                    .base,
                    licenseID: "B-1",
                    instant: LicenseInstant(secondsSince1970: 1_799_740_800)
                )
            ]
        )
    }

    @Test("A plus license with a grace period expires at the end of the grace period")
    func endOfModuleGrace() {
        let entitlements = Entitlements(.base(), .plus(.vmware, until: .days(-5), graceDays: 2))
        let reasons = entitlements.decision(for: .view(.module(.vmware))).reasons
        #expect(
            reasons == [DenialReason(.moduleExpired, .module(.vmware), licenseID: "P-1", instant: .now + .days(-3))]
        )
    }

    @Test("A denial of several capabilities names the first that is denied")
    func firstDenied() {
        let entitlements = Entitlements(.base(), .plus(.vmware))
        let (first, second) = (
            LicenseCapability.view(.module(.baremetal)), LicenseCapability.view(.module(.disasterRecovery))
        )
        let decision = entitlements.decision(forAllOf: [.view(.module(.vmware)), first, second])
        guard case .denied(let denial) = decision else {
            Issue.record("Expected a denial")
            return
        }
        #expect(denial.capability == first)
    }
}
