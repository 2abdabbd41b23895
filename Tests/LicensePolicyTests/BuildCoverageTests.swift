import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("Licenses that cover only older builds")
struct BuildCoverageTests {
    static let vmware = LicenseSlot.module(.vmware)
    static let builtNow = PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now))

    @Test(
        "A license covers builds up to and including its updatesUntil",
        arguments: [
            (Span.seconds(-1), false), (.zero, true), (.seconds(1), true), (nil, true), (.days(-5_000), false),
        ] as [(Span?, Bool)]
    )
    func boundary(_ updatesUntil: Span?, _ isCovered: Bool) {
        let entitlements = Entitlements(.base(updatesUntil: updatesUntil), configuration: Self.builtNow)
        #expect(entitlements.base.status == (isCovered ? .valid : .unlicensed))
        #expect(entitlements.findings.contains { $0.code == .buildNotCovered } == !isCovered)
        #expect(entitlements.codes(.operate(.base)) == (isCovered ? [] : ["base-build-not-covered"]))
        #expect(entitlements.codes(.view(.base)) == [])
    }

    @Test("The build is not checked if the configuration has no build date")
    func noDate() {
        let entitlements = Entitlements(.base(updatesUntil: .days(-5_000)))
        #expect(entitlements.base.status == .valid)
        #expect(entitlements.findings.map(\.code) == [.updatesEnded])
    }

    @Test("The build date decides, not the time of the evaluation")
    func notNow() {
        let license = License.base(updatesUntil: .days(-10))
        let older = PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now + .days(-20)))
        #expect(Entitlements(license, configuration: older).base.status == .valid)
        #expect(Entitlements(license, after: .days(100), configuration: older).base.status == .valid)
    }

    @Test("An excluded license has only one finding, and its module has no entry")
    func onlyFinding() {
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

    @Test("A module is denied with a separate code if its plus license is excluded")
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

    @Test("An excluded base license denies the base and the modules that it bundles")
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

    @Test("The reason names the license and the instant")
    func reason() {
        let entitlements = Entitlements(
            .base("B-7", updatesUntil: .days(-1)),
            .plus(.vmware, id: "P-7", updatesUntil: .days(-2)),
            configuration: Self.builtNow
        )
        let (yesterday, dayBefore) = (LicenseInstant.now + .days(-1), LicenseInstant.now + .days(-2))
        let expected: [DenialReason] = [
            DenialReason(.baseBuildNotCovered, .base, licenseID: "B-7", instant: yesterday),
            DenialReason(.moduleBuildNotCovered, .module(.vmware), licenseID: "P-7", instant: dayBefore),
        ]
        #expect(entitlements.decision(for: .operate(Self.vmware)).reasons == expected)
    }

    @Test("If another license fills the slot, the state of that license decides")
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

    @Test("An excluded base license has no limits, an excluded plus license no allowance")
    func quotas() {
        let usage = LicenseUsage(total: [.hosts: 9], modules: [.vmware: [.hosts: 9]])
        let noBase = Entitlements(.base(updatesUntil: .days(-1)), configuration: Self.builtNow)
        #expect(noBase.quotas(given: usage).isEmpty)
        let noPlus = Entitlements(
            .base(),
            .plus(.vmware, limits: [.hosts: .unlimited], updatesUntil: .days(-1)),
            configuration: Self.builtNow
        )
        #expect(noPlus.quotas(given: usage).map(\.coveredByModules) == [0])
    }
}
