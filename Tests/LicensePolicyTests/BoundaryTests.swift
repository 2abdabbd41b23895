import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("Boundaries of a license's term", .tags(.p42))
struct BoundaryTests {
    @Test(
        "A license is current from its start until the last second before its expiry",
        arguments: [
            (Span.days(-10) - .seconds(1), SlotState.pending), (.days(-10), .current),
            (.days(-10) + .seconds(1), .current), (.days(10) - .seconds(1), .current), (.days(10), .expired),
            (.days(10) + .seconds(1), .expired), (.days(100_000), .expired), (.days(-100_000), .pending),
        ]
    )
    func term(_ span: Span, _ state: SlotState) {
        let license = License.base(from: .days(-10), until: .days(10))
        #expect(license.state(at: .now + span) == state)
        #expect(Entitlements(license, after: span).base.state == state)
    }

    @Test(
        "The grace period runs from the expiry until the last second before its end",
        arguments: [
            (Span.seconds(-1), SlotState.current), (.zero, .grace), (.days(7) - .seconds(1), .grace),
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
        #expect(entitlements.base.state == .current)
        #expect(entitlements.base.coveredUntil == nil)
        #expect(entitlements.base.licenseDaysRemaining == nil)
        #expect(entitlements.reminders.isEmpty)
    }

    @Test("A perpetual license is pending before its start")
    func perpetualPending() {
        let license = License.base(from: .days(1), until: nil)
        #expect(Entitlements(license, after: .days(1) - .seconds(1)).base.state == .pending)
        #expect(Entitlements(license, after: .days(1)).base.state == .current)
    }

    @Test(
        "Remaining days are rounded up to whole days, and are never negative",
        arguments: [
            (Span.days(265), 265), (.days(265) - .seconds(1), 265), (.days(264) + .seconds(1), 265), (.days(1), 1),
            (.seconds(86_401), 2), (.seconds(86_399), 1), (.seconds(1), 1), (.zero, 0), (.seconds(-1), 0),
            (.days(-50), 0),
        ]
    )
    func daysRemaining(_ until: Span, _ days: Int) {
        #expect(Entitlements(.base(until: until)).base.licenseDaysRemaining == days)
    }

    @Test("A pending license has days until its expiry, and an empty slot has none")
    func daysRemainingOfPendingAndEmpty() {
        let entitlements = Entitlements(.base(from: .days(10), until: .days(30)))
        #expect(entitlements.base.state == .pending)
        #expect(entitlements.base.licenseDaysRemaining == 30)
        #expect(entitlements[.module(.vmware)].licenseDaysRemaining == nil)
    }

    @Test("No days remain in the grace period")
    func daysRemainingInGrace() {
        let base = Entitlements(.base(until: .seconds(-1), graceDays: 7)).base
        #expect(base.state == .grace)
        #expect(base.licenseDaysRemaining == 0)
    }
}
