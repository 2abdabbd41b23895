import LicenseModel
import LicensePolicy
import Testing

@Suite("Licences for older builds alone")
struct BuildCoverageTests {
    static let vmware = Slot.module(.vmware)
    static let builtNow = PolicyConfiguration(builtAt: .now)

    @Test(
        "A licence covers the builds that are made until its updatesUntil, that instant included",
        arguments: [
            (Span.seconds(-1), false), (.zero, true), (.seconds(1), true), (nil, true), (.days(-5_000), false),
        ] as [(Span?, Bool)]
    )
    func boundary(_ updatesUntil: Span?, _ isCovered: Bool) {
        let entitlements = Entitlements(.base(updatesUntil: updatesUntil), configuration: Self.builtNow)
        #expect(entitlements.base.status == (isCovered ? .valid : .none))
        #expect(entitlements.findings.map(\.code) == (isCovered ? [] : [.buildNotCovered]))
        #expect(entitlements.codes(.operate(.base)) == (isCovered ? [] : ["base-build-not-covered"]))
        #expect(entitlements.codes(.view(.base)) == [])
    }

    @Test("Without the build's date it is not checked")
    func noDate() {
        let entitlements = Entitlements(.base(updatesUntil: .days(-5_000)))
        #expect(entitlements.base.status == .valid)
        #expect(entitlements.findings.isEmpty)
    }

    @Test("The build's date counts, not the time of the evaluation")
    func notNow() {
        let license = License.base(updatesUntil: .days(-10))
        let older = PolicyConfiguration(builtAt: .now + .days(-20))
        #expect(Entitlements(license, configuration: older).base.status == .valid)
        #expect(Entitlements(license, after: .days(100), configuration: older).base.status == .valid)
    }

    @Test("A licence that was left out has that finding and no other, and names no module row")
    func findingAlone() {
        let entitlements = Entitlements(
            .base(),
            .plus(.vmware, issued: .days(5), licensee: ClaimString(literal: "another"), updatesUntil: .days(-1)),
            configuration: Self.builtNow
        )
        #expect(entitlements.findings.map(\.code) == [.buildNotCovered])
        #expect(entitlements.findings.map(\.licenseID) == ["P-1"])
        #expect(entitlements.modules.isEmpty)
        #expect(entitlements[Self.vmware].status == .notActivated)
        #expect(entitlements[Self.vmware].menu == .hidden)
        #expect(entitlements[Self.vmware].license == nil)
        #expect(entitlements.login == .proceed)
        #expect(entitlements.reminders.isEmpty)
    }

    @Test("A plus licence that was left out is the reason against its module")
    func plus() {
        let entitlements = Entitlements(
            .base(),
            .plus(.vmware, updatesUntil: .days(-1)),
            configuration: Self.builtNow
        )
        #expect(entitlements.codes(.view(Self.vmware)) == ["module-build-not-covered"])
        #expect(entitlements.codes(.operate(Self.vmware)) == ["module-build-not-covered"])
        #expect(entitlements.codes(.operate(.base)) == [])
        #expect(entitlements.codes(.view(.module(.baremetal))) == ["module-not-activated"])
    }

    @Test("A base licence that was left out is the reason against the base and the modules that it bundles")
    func bundle() {
        let entitlements = Entitlements(
            .base(bundles: [.vmware], updatesUntil: .days(-1)),
            configuration: Self.builtNow
        )
        #expect(entitlements.codes(.view(Self.vmware)) == ["module-build-not-covered"])
        #expect(
            entitlements.codes(.operate(Self.vmware)) == ["base-build-not-covered", "module-build-not-covered"]
        )
        #expect(
            entitlements.codes(.operate(.module(.baremetal))) == ["base-build-not-covered", "module-not-activated"]
        )
        #expect(entitlements.codes(.keepRunning(Self.vmware)) == [])
        #expect(entitlements.codes(.recover(.base)) == [])
    }

    @Test("The reason names the licence and the instant")
    func reason() {
        let entitlements = Entitlements(
            .base("B-7", updatesUntil: .days(-1)),
            .plus(.vmware, id: "P-7", updatesUntil: .days(-2)),
            configuration: Self.builtNow
        )
        let (yesterday, dayBefore) = (Instant.now + .days(-1), Instant.now + .days(-2))
        let expected: [DenialReason] = [
            .baseBuildNotCovered("B-7", updatesUntil: yesterday),
            .moduleBuildNotCovered(.vmware, "P-7", updatesUntil: dayBefore),
        ]
        #expect(entitlements.decision(for: .operate(Self.vmware)).reasons == expected)
    }

    @Test("Where another licence fills the slot, its state is what counts")
    func another() {
        let entitlements = Entitlements(
            .base("B-1", updatesUntil: .days(-1)),
            .base("B-2", until: .days(-1)),
            .plus(.vmware, id: "P-1", updatesUntil: .days(-1)),
            .plus(.vmware, id: "P-2", from: .days(1)),
            configuration: Self.builtNow
        )
        #expect(entitlements.codes(.operate(Self.vmware)) == ["base-expired", "module-not-yet-valid"])
        #expect(entitlements.findings.map(\.licenseID) == ["B-1", "P-1"])
    }

    @Test("A base licence that was left out gives no limits, and a plus licence no allowance")
    func quotas() {
        let usage = Usage(total: [.hosts: 9], modules: [.vmware: [.hosts: 9]])
        let noBase = Entitlements(.base(updatesUntil: .days(-1)), configuration: Self.builtNow)
        #expect(noBase.quotas(given: usage).isEmpty)
        let noPlus = Entitlements(
            .base(),
            .plus(.vmware, limits: [.hosts: .unlimited], updatesUntil: .days(-1)),
            configuration: Self.builtNow
        )
        #expect(noPlus.quotas(given: usage).map(\.absorbed) == [0])
    }
}
