import LicenseModel
import LicensePolicy
import Testing

@Suite("The next change")
struct NextChangeTests {
    @Test(
        "An evaluation holds until the next start, end, end of grace, reminder or belief in a signing time",
        arguments: [
            ([], nil),
            ([.base(until: nil)], nil),
            // 2027-01-15T08:00:00Z is now.
            ([.base(from: .days(3), until: nil)], "2027-01-18T08:00:00Z"),
            ([.base(until: .days(10))], "2027-01-25T08:00:00Z"),
            ([.base(until: .days(14))], "2027-01-15T08:00:01Z"),
            ([.base(until: .days(15))], "2027-01-16T08:00:01Z"),
            ([.base(until: .days(15), reminderDays: 5)], "2027-01-25T08:00:01Z"),
            ([.base(until: .days(-1), graceDays: 3)], "2027-01-17T08:00:00Z"),
            ([.base(until: .days(-1))], nil),
            ([.base(until: nil, issued: .days(3))], "2027-01-17T08:00:00Z"),
            ([.base(until: nil), .plus(.vmware, until: .days(2))], "2027-01-17T08:00:00Z"),
            // A renewal is loaded, so that no reminder starts before the first term ends.
            ([.base("B-1", until: .days(20)), .base("B-2", from: .days(20), until: nil)], "2027-02-04T08:00:00Z"),
        ] as [([License], String?)]
    )
    func nextChange(_ licenses: [License], _ expected: String?) {
        #expect(Entitlements(licenses, at: .now).nextChange()?.description == expected)
    }

    @Test("At another instant the same licences grant what a new evaluation grants")
    func another() {
        let licenses: [License] = [.base(until: .days(5), graceDays: 3), .plus(.vmware, from: .days(6))]
        let entitlements = Entitlements(licenses, at: .now)
        #expect(entitlements.at(.now + .days(4)).base.status == .valid)
        #expect(entitlements.at(.now + .days(5)).base.status == .grace)
        #expect(entitlements.at(.now + .days(8)).base.status == .expired)
        #expect(entitlements.at(.now + .days(5))[.module(.vmware)].status == .notYetValid)
        #expect(entitlements.at(.now + .days(6))[.module(.vmware)].status == .activated)
        #expect(entitlements.at(.now + .days(6)).instant.description == "2027-01-21T08:00:00Z")
    }
}
