import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("The login directive")
struct LoginTests {
    @Test(
        "Login redirects if a slot is expired, reminds if due, and otherwise proceeds",
        arguments: [
            ([], "proceed"),
            ([.base()], "proceed"),
            ([.base(from: .days(1))], "proceed"),
            ([.plus(.vmware)], "proceed"),
            ([.base(until: nil), .plus(.vmware, until: nil)], "proceed"),
            ([.base(until: .days(14))], "proceed"),
            ([.base(until: .days(14) - .seconds(1))], "remind"),
            ([.base(), .plus(.vmware, until: .days(13))], "remind"),
            ([.base(until: .days(-1), graceDays: 5)], "remind"),
            ([.base(), .plus(.vmware, until: .days(-1), graceDays: 5)], "remind"),
            ([.base(until: .zero)], "redirect"),
            ([.base(until: .days(-5), graceDays: 5)], "redirect"),
            ([.base(), .plus(.vmware, until: .zero)], "redirect"),
            ([.plus(.vmware, until: .zero)], "redirect"),
            ([.base(until: .days(3)), .plus(.vmware, until: .zero)], "redirect"),
            ([.base(until: .zero), .plus(.vmware)], "redirect"),
            // A renewal, and an expired plus license next to a current bundle.
            ([.base("B-1", until: .zero), .base("B-2")], "proceed"),
            ([.base(bundles: [.vmware]), .plus(.vmware, until: .zero)], "proceed"),
            ([.base("B-1", until: .days(3)), .base("B-2", from: .days(3), issued: .days(-101))], "proceed"),
            // A renewal that starts later does not change that the slot is expired now.
            ([.base("B-1", until: .zero), .base("B-2", from: .days(1))], "redirect"),
        ] as [([License], String)]
    )
    func directive(_ licenses: [License], _ expected: String) {
        #expect(Entitlements(licenses, at: .now).login.rawValue == expected)
    }

    @Test("An excluded license does not cause a redirect or a reminder")
    func excluded() {
        let entitlements = Entitlements(
            .base(until: .zero, updatesUntil: .days(-1)),
            .plus(.vmware, until: .days(3), updatesUntil: .days(-1)),
            configuration: PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now))
        )
        #expect(entitlements.login == .proceed)
    }
}
