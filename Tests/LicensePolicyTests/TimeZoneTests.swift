import Foundation
import LicenseModel
import LicensePolicy
import TestSupport
import Testing

@Suite("Time zones, daylight saving and leap seconds")
struct TimeZoneTests {
    /// Returns results for a license that ends after the next summer, and for a license that just expired.
    static func results() -> [String] {
        let base = Entitlements(.base()).base
        let expired = Entitlements(.base(until: .zero), after: .seconds(1))
        let denial: LicenseDenial? =
            if case .denied(let denial) = expired.decision(for: .operate(.base)) { denial } else { nil }
        return [
            "\(base.status) \(base.licenseDaysRemaining ?? -1) \(base.coveredUntil?.description ?? "")",
            Entitlements(.base(), after: .days(251)).login.rawValue,
            Entitlements(.base(), after: .days(251) + .seconds(1)).login.rawValue,
            denial?.message.simplifiedChinese ?? "",
        ]
    }

    static let expected = [
        "valid 265 2027-10-07T08:00:00Z", "proceed", "remind",
        "云平台许可证B-1已于2027-01-15T08:00:00Z过期。原有业务依然正常运行，请勿做任何操作。",
    ]

    @Test("The process's time zone, even an invalid one, does not affect results")
    func timeZone() async {
        #expect(Self.results() == Self.expected)
        await #expect(processExitsWith: .success) {
            let zones = [
                "UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati", "right/UTC", "XXX-24:59:59YYY", "",
                ":", "garbage", "../../etc/passwd", String(repeating: "Z", count: 70_000),
            ]
            for zone in zones {
                setenv("TZ", zone, 1)
                tzset()
                guard TimeZoneTests.results() == TimeZoneTests.expected else {
                    exit(1)
                }
            }
        }
    }

    @Test(
        "A day has 86,400 seconds, regardless of time changes and leap seconds",
        arguments: [
            // 2016-12-31 had a leap second; in Berlin 2027-03-28 has 23 hours and 2027-10-31 has 25.
            (LicenseInstant(secondsSince1970: 1_483_228_800), "2017-01-01T00:00:00Z"),
            (LicenseInstant(secondsSince1970: 1_806_278_400), "2027-03-29T00:00:00Z"),
            (LicenseInstant(secondsSince1970: 1_825_027_200), "2027-11-01T00:00:00Z"),
        ]
    )
    func days(_ end: LicenseInstant, _ text: String) {
        #expect(end.description == text)
        let license = License.base(
            from: .days(-8_000),
            until: .seconds(end.secondsSince1970 - 1_800_000_000),
            issued: .days(-8_000),
            graceDays: 1
        )
        func status(_ seconds: Int64) -> String {
            let base = Entitlements([license], at: end + .seconds(seconds)).base
            return "\(base.status) \(base.licenseDaysRemaining ?? -1)"
        }
        #expect(status(-172_800) == "valid 2")
        #expect(status(-86_401) == "valid 2")
        #expect(status(-86_400) == "valid 1")
        #expect(status(-1) == "valid 1")
        #expect(status(0) == "grace 0")
        #expect(status(86_399) == "grace 0")
        #expect(status(86_400) == "expired 0")
    }
}
