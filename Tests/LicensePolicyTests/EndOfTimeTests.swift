import LicenseModel
import LicensePolicy
import Testing

@Suite("The last days of the year 9999")
struct EndOfTimeTests {
    /// The span from now to `LicenseInstant.latest`.
    static let toLatest = Span.seconds(253_402_300_799 - 1_800_000_000)

    @Test("A license can end at the latest instant, and is expired at it")
    func expiry() {
        let license = License.base(until: Self.toLatest)
        #expect(license.state(at: .now + (Self.toLatest - .seconds(1))) == .current)
        #expect(license.state(at: .latest) == .expired)
    }

    @Test("A license that ends at the latest instant has a reminder before its end")
    func reminder() {
        let entitlements = Entitlements(.base(until: Self.toLatest), after: Self.toLatest - .days(13))
        #expect(entitlements.reminders.map(\.kind) == [.expiring])
        #expect(entitlements.reminders.map(\.daysRemaining) == [13])
    }

    @Test("A grace period that would end after the latest instant has not ended at it")
    func grace() {
        let license = License.base(until: Self.toLatest - .days(1), graceDays: 2)
        #expect(license.state(at: .latest) == .grace)
    }
}
