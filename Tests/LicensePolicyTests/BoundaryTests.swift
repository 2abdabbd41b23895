import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("Boundaries of time", .tags(.p42))
struct BoundaryTests {
    @Test(
        "A license is in force from its first second to the last before its expiry",
        arguments: [
            (Span.days(-10) - .seconds(1), SlotState.pending), (.days(-10), .inForce),
            (.days(-10) + .seconds(1), .inForce), (.days(10) - .seconds(1), .inForce), (.days(10), .expired),
            (.days(10) + .seconds(1), .expired), (.days(100_000), .expired), (.days(-100_000), .pending),
        ]
    )
    func term(_ span: Span, _ state: SlotState) {
        let license = License.base(from: .days(-10), until: .days(10))
        #expect(license.state(at: .now + span) == state)
        #expect(Entitlements(license, after: span).base.state == state)
    }

    @Test(
        "Grace runs from the expiry to the last second before its own end",
        arguments: [
            (Span.seconds(-1), SlotState.inForce), (.zero, .grace), (.days(7) - .seconds(1), .grace),
            (.days(7), .expired), (.days(7) + .seconds(1), .expired),
        ]
    )
    func grace(_ span: Span, _ state: SlotState) {
        let license = License.base(until: .zero, graceDays: 7)
        #expect(license.state(at: .now + span) == state)
        #expect(Entitlements(license, after: span).base.state == state)
    }

    @Test("A perpetual license never expires", arguments: [Span.zero, .days(36_500), .days(2_900_000)])
    func perpetual(_ span: Span) {
        let entitlements = Entitlements(.base(until: nil, graceDays: 7), after: span)
        #expect(entitlements.base.state == .inForce)
        #expect(entitlements.base.coveredUntil == nil)
        #expect(entitlements.base.licenseDaysRemaining == nil)
        #expect(entitlements.reminders.isEmpty)
    }

    @Test("A perpetual license starts all the same")
    func perpetualPending() {
        let license = License.base(from: .days(1), until: nil)
        #expect(Entitlements(license, after: .days(1) - .seconds(1)).base.state == .pending)
        #expect(Entitlements(license, after: .days(1)).base.state == .inForce)
    }

    @Test(
        "Days remaining are counted up to whole days, and never below 0",
        arguments: [
            (Span.days(265), 265), (.days(265) - .seconds(1), 265), (.days(264) + .seconds(1), 265), (.days(1), 1),
            (.seconds(86_401), 2), (.seconds(86_399), 1), (.seconds(1), 1), (.zero, 0), (.seconds(-1), 0),
            (.days(-50), 0),
        ]
    )
    func daysRemaining(_ until: Span, _ days: Int) {
        #expect(Entitlements(.base(until: until)).base.licenseDaysRemaining == days)
    }

    @Test("A license that has not started has its days until the expiry, and an empty slot none")
    func daysRemainingElsewhere() {
        let entitlements = Entitlements(.base(from: .days(10), until: .days(30)))
        #expect(entitlements.base.state == .pending)
        #expect(entitlements.base.licenseDaysRemaining == 30)
        #expect(entitlements[.module(.vmware)].licenseDaysRemaining == nil)
    }

    @Test("In grace no day remains")
    func daysRemainingInGrace() {
        let base = Entitlements(.base(until: .seconds(-1), graceDays: 7)).base
        #expect(base.state == .grace)
        #expect(base.licenseDaysRemaining == 0)
    }
}
