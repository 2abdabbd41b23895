import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("Days of coverage and days of a license")
struct DaysCoveredTests {
    @Test(
        "A renewal without a gap extends the coverage, not the effective license",
        arguments: [
            // The renewal's start and end, then the days of coverage.
            (Span.days(10), Span.days(40) as Span?, 40 as Int?), (.days(5), .days(40), 40), (.days(10), .days(10), 10),
            (.days(10) + .seconds(1), .days(40), 10), (.days(11), .days(40), 10), (.days(10), nil, nil),
        ]
    )
    func renewal(from start: Span, until end: Span?, covered: Int?) {
        let entitlements = Entitlements(
            .base("B-1", until: .days(10), issued: .days(-1)),
            .base("B-2", from: start, until: end, issued: .days(-2))
        )
        #expect(entitlements.base.license?.id == "B-1")
        #expect(entitlements.base.daysCovered == covered)
        #expect(entitlements.base.licenseDaysRemaining == 10)
        #expect(entitlements.report().base.daysCovered == covered)
        #expect(entitlements.report().base.licenseDaysRemaining == 10)
    }

    @Test("A renewal of a module extends only the days of that module")
    func module() {
        let entitlements = Entitlements(
            .base(until: .days(20)),
            .plus(.vmware, id: "P-1", until: .days(3)),
            .plus(.vmware, id: "P-2", from: .days(3), until: .days(30))
        )
        #expect(entitlements[.module(.vmware)].daysCovered == 30)
        #expect(entitlements[.module(.vmware)].licenseDaysRemaining == 3)
        #expect(entitlements.base.daysCovered == 20)
        #expect(entitlements.base.licenseDaysRemaining == 20)
    }

    @Test(
        "Days are rounded up, and are 0 from the expiry on",
        arguments: [
            (Span.days(2), 2), (.days(1) + .seconds(1), 2), (.days(1), 1), (.seconds(1), 1), (.zero, 0), (.days(-5), 0),
        ]
    )
    func roundedUp(until end: Span, days: Int) {
        let base = Entitlements(.base(until: end)).base
        #expect(base.daysCovered == days)
        #expect(base.licenseDaysRemaining == days)
    }

    @Test("Days are nil for a perpetual license and for an empty slot")
    func none() {
        #expect(Entitlements(.base(until: nil)).base.daysCovered == nil)
        #expect(Entitlements(.base(until: nil)).base.licenseDaysRemaining == nil)
        #expect(Entitlements().base.daysCovered == nil)
        #expect(Entitlements().base.licenseDaysRemaining == nil)
    }

    @Test("Both numbers of days are 0 in the grace period")
    func grace() {
        let base = Entitlements(.base(until: .days(-1), graceDays: 9)).base
        #expect(base.state == .grace)
        #expect(base.daysCovered == 0)
        #expect(base.licenseDaysRemaining == 0)
    }
}
