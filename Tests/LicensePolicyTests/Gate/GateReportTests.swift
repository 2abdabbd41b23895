import LicenseModel
import LicensePolicy
import LicenseTesting
import TestSupport
import Testing
import ZStackLicensing

@Suite("Reports and explanations of a gate")
struct GateReportTests {
    private static let usage = LicenseUsage(total: [.hosts: 7])

    /// Returns a gate with the given licenses, and its manual clock.
    private static func gate(_ licenses: [License] = [.base(issued: .zero)]) -> (LicenseGate, TestLicenseClock) {
        let clock = TestLicenseClock(at: .now)
        let gate = LicenseGate(licenses, configuration: .unchecked, trustedClock: .firstStart, clock: clock)
        return (gate, clock)
    }

    @Test("If the clock is right, the gate's report equals its entitlements' report")
    func rightClock() {
        let (gate, clock) = Self.gate()
        clock.advance(days: 3)
        #expect(gate.report(given: Self.usage) == gate.entitlements.report(given: Self.usage))
        #expect(gate.report(given: Self.usage).quotas.map(\.used) == [7])
        #expect(gate.report() == gate.entitlements.report())
        #expect(gate.report().instant == .now + .days(3))
        #expect(gate.explanation() == gate.entitlements.explanation())
        #expect(gate.report().findings == [])
    }

    @Test("Only the gate's own report has a finding that the clock was set back")
    func clockSetBack() {
        let (gate, clock) = Self.gate()
        clock.set(to: .now + .days(-2))
        let report = gate.report(given: Self.usage)
        #expect(report.findings.map(\.code) == [.clockSuspect])
        #expect(report.findings.first?.message.english.contains("clock") ?? false)
        #expect(report.findings.map(\.value) == gate.findings)
        #expect(gate.entitlements.report().findings == [])
        #expect(gate.entitlements.findings == [])
        // Everything else is the same, at the trusted time.
        #expect(report.instant == .now)
        #expect(report.slots == gate.entitlements.report().slots)
        #expect(report.quotas == gate.entitlements.report(given: Self.usage).quotas)
        #expect(report.changes(to: gate.entitlements.report(given: Self.usage)).map(\.aspect) == [.finding])
    }

    @Test("Only the gate's own explanation has a finding that the clock was set back")
    func explanation() {
        let (gate, clock) = Self.gate()
        clock.set(to: .now + .days(-2))
        #expect(gate.explanation().findings.map(\.code) == [.clockSuspect])
        #expect(gate.entitlements.explanation().findings == [])
        #expect(gate.explanation().slots == gate.entitlements.explanation().slots)
        let message = ProductCatalog.zstack.text(of: LicenseFinding(.clockSuspect).message).english
        #expect(gate.explanation().message(in: .zstack).english.contains(message))
        #expect(!gate.entitlements.explanation().message(in: .zstack).english.contains(message))
    }

    @Test("The finding about the clock is sorted by its code with those about licenses")
    func order() {
        let another = ClaimString(literal: "another")
        let (gate, clock) = Self.gate([
            .base(issued: .zero), .plus(.vmware, licensee: another), .plus(.baremetal, id: "P-2", issued: .days(9)),
        ])
        #expect(gate.report().findings.map(\.code) == [.issuedInFuture, .licenseeDiffers])
        clock.set(to: .now + .days(-2))
        #expect(gate.report().findings.map(\.code) == [.clockSuspect, .issuedInFuture, .licenseeDiffers])
        #expect(gate.explanation().findings == gate.report().findings.map(\.value))
    }

    @Test("The finding disappears once the clock is right again")
    func setForward() {
        let (gate, clock) = Self.gate()
        clock.set(to: .now + .days(-2))
        #expect(gate.report().findings.count == 1)
        clock.set(to: .now + .seconds(1))
        #expect(gate.report().findings == [])
    }

    @Test("Reports and changes have no quotas without the usage")
    func withoutUsage() {
        let (gate, _) = Self.gate()
        let entitlements = gate.entitlements
        let preview = entitlements.preview(installing: [.base("B-2", issued: .zero, limits: [.hosts: .count(1)])])
        #expect(gate.report().quotas == [])
        #expect(entitlements.report().quotas == [])
        #expect(preview.after.quotas == [])
        #expect(!preview.changes.map(\.aspect).contains(.quota))
        #expect(gate.report(given: .zero).quotas.map(\.used) == [0])
        #expect(entitlements.report(given: .zero).quotas.map(\.licensed) == [.count(100)])
    }

    @Test("A report does not create a cached check")
    func noCheck() {
        let (gate, _) = Self.gate()
        _ = (gate.report(), gate.explanation(), gate.licenses, gate.findings)
        #expect(gate.checkCount == 0)
    }
}
