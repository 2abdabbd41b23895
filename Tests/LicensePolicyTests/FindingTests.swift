import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("Findings for the operator")
struct FindingTests {
    static func lines(_ entitlements: Entitlements) -> [String] {
        entitlements.findings.map { "\($0.code.rawValue) \($0.licenseID?.rawValue ?? "-")" }
    }

    @Test(
        "A license issued more than a day in the future has a finding",
        arguments: [
            (Span.days(1) + .seconds(1), ["issued-in-future B-1"]), (.days(1), []), (.days(1) - .seconds(1), []),
            (.zero, []), (.days(-900), []), (.days(900), ["issued-in-future B-1"]),
        ]
    )
    func issuedInFuture(_ issued: Span, _ expected: [String]) {
        #expect(Self.lines(Entitlements(.base(issued: issued))) == expected)
    }

    @Test("A finding does not affect decisions")
    func sameDecisions() {
        let entitlements = Entitlements(
            .base(issued: .days(9)),
            .plus(.vmware, issued: .days(9), licensee: ClaimString(literal: "another"))
        )
        #expect(entitlements.findings.count == 3)
        #expect(entitlements.codes(.operate(.module(.vmware))) == [])
        #expect(entitlements.login == .proceed)
    }

    @Test(
        "A plus license with another issuer or licensee than the base has a finding",
        arguments: [
            ("vendor", "customer@example.com", []), ("Vendor", "customer@example.com", ["licensee-differs P-1"]),
            ("vendor", "Customer@example.com", ["licensee-differs P-1"]), ("a", "b", ["licensee-differs P-1"]),
            ("vendor ", "customer@example.com", ["licensee-differs P-1"]),
        ]
    )
    func licensee(_ issuer: String, _ licensee: String, _ expected: [String]) {
        let plus = License.plus(
            .vmware,
            issuer: ClaimString(literal: issuer),
            licensee: ClaimString(literal: licensee)
        )
        #expect(Self.lines(Entitlements(.base(), plus)) == expected)
        #expect(Self.lines(Entitlements(plus)) == [], "No finding without a base license")
    }

    @Test("Canonically equivalent names with different bytes differ")
    func licenseeBytes() {
        let entitlements = Entitlements(
            .base(licensee: ClaimString(literal: "Caf\u{E9}")),
            .plus(.vmware, licensee: ClaimString(literal: "Cafe\u{301}"))
        )
        #expect(Self.lines(entitlements) == ["licensee-differs P-1"])
    }

    @Test(
        "The base slot's effective license is compared, not another base license",
        arguments: [
            [
                License.base("B-1", licensee: ClaimString(literal: "old")), .base("B-2", issued: .days(-1)),
                .plus(.vmware),
            ],
            [.plus(.vmware), .base("B-2", issued: .days(-1)), .base("B-1", licensee: ClaimString(literal: "old"))],
        ]
    )
    func effectiveBase(_ licenses: [License]) {
        #expect(Self.lines(Entitlements(licenses, at: .now)) == [])
    }

    @Test("Expired licenses are compared, too")
    func expired() {
        let entitlements = Entitlements(
            .base(until: .days(-1)),
            .plus(.vmware, until: .days(-1), licensee: ClaimString(literal: "another"))
        )
        #expect(Self.lines(entitlements) == ["licensee-differs P-1"])
    }

    @Test(
        "Findings are sorted by code, then by license",
        arguments: [
            License.base("b", issued: .days(9)),
            .plus(.vmware, id: "C", issued: .days(9), licensee: ClaimString(literal: "another")),
            .plus(.vmware, id: "a", licensee: ClaimString(literal: "another")),
            .plus(.vmware, id: "Z", updatesUntil: .days(-1)),
            .base("y", updatesUntil: .days(-1)),
        ]
        .permutations
    )
    func order(_ licenses: [License]) {
        let entitlements = Entitlements(
            licenses,
            at: .now,
            configuration: PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now))
        )
        #expect(
            Self.lines(entitlements) == [
                "build-not-covered Z", "build-not-covered y", "issued-in-future C", "issued-in-future b",
                "licensee-differs C", "licensee-differs a",
            ]
        )
    }
}
