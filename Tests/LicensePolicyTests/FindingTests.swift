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

    // MARK: Licenses that grant less

    /// Licenses of which the one that is issued last is effective, and the expected findings.
    static let lesser: [(String, [License], [String])] = [
        ("a lower limit", [.base("A"), .base("B", issued: .zero, limits: [.hosts: .count(99)])], ["grants-less B"]),
        ("the same limit", [.base("A"), .base("B", issued: .zero)], []),
        ("a higher limit", [.base("A"), .base("B", issued: .zero, limits: [.hosts: .unlimited])], []),
        (
            "a limit of a unit that the other does not name",
            [.base("A"), .base("B", issued: .zero, limits: [.hosts: .count(100), .vms: .count(5)])],
            ["grants-less B"]
        ),
        (
            "no limit of a unit that the other names",
            [.base("A"), .base("B", issued: .zero, limits: [.vms: .unlimited])],
            []
        ),
        ("another that has expired", [.base("A", until: .zero), .base("B", limits: [.hosts: .count(1)])], []),
        ("another in its grace period", [.base("A", until: .zero, graceDays: 9), .base("B", limits: [:])], []),
        ("another that has not started", [.base("A", from: .seconds(1)), .base("B", limits: [.hosts: .count(1)])], []),
        ("a list of features", [.base("A"), .base("B", issued: .zero, features: ["x"])], ["grants-less B"]),
        (
            "one feature less",
            [.base("A", features: ["x", "y"]), .base("B", issued: .zero, features: ["x", "z"])],
            ["grants-less B"]
        ),
        ("one feature more", [.base("A", features: ["x"]), .base("B", issued: .zero, features: ["x", "y"])], []),
        (
            "a plus license with a lower limit than the base license that bundles the module",
            [.base(bundles: [.vmware]), .plus(.vmware, limits: [.hosts: .count(1)])],
            []
        ),
        (
            "a plus license with a list of features over a bundle",
            [.base(bundles: [.vmware]), .plus(.vmware, features: ["x"])],
            ["grants-less P-1"]
        ),
        (
            "a bundle's feature list, which is about the core",
            [.base("A", bundles: [.vmware]), .base("B", issued: .zero, bundles: [.vmware], features: [])],
            ["grants-less B"]
        ),
        (
            "a plus license that does not name a unit",
            [.base(), .plus(.vmware, id: "A", limits: [.vms: .count(1)]), .plus(.vmware, id: "B", issued: .zero)],
            ["grants-less B"]
        ),
        (
            "a plus license that does not name a unit with a limit of 0",
            [.base(), .plus(.vmware, id: "A", limits: [.vms: .count(0)]), .plus(.vmware, id: "B", issued: .zero)],
            []
        ),
        (
            "a plus license in two slots, which has one finding",
            [
                .base(), .plus(.vmware, .baremetal, id: "A", limits: [.vms: .count(1)]),
                .plus(.vmware, .baremetal, id: "B", issued: .zero),
            ],
            ["grants-less B"]
        ),
    ]

    @Test("A license that grants less than another current one of its slot has a finding", arguments: lesser)
    func grantsLess(_ name: String, _ licenses: [License], _ expected: [String]) {
        for order in licenses.permutations {
            #expect(Self.lines(Entitlements(order, at: .now)) == expected, "\(name)")
        }
    }

    @Test("A timeline has a finding while a license grants less than another")
    func grantsLessTimeline() {
        let licenses: [License] = [
            .base("A", until: .days(20), reminderDays: 1),
            .base("B", from: .days(5), until: .days(50), issued: .zero, limits: [.hosts: .count(9)], reminderDays: 1),
            .base("C", from: .days(30), until: .days(40), issued: .days(-1), reminderDays: 1),
        ]
        let entitlements = Entitlements(licenses, at: .now)
        let findings = entitlements.timeline(from: .now, to: .now + .days(60))
            .flatMap { point in point.changes.filter { $0.aspect == .finding }.map { (point.instant, $0) } }
        #expect(findings.map(\.0) == [5, 20, 30, 40].map { .now + .days($0) })
        let expected: [String?] = ["grants-less B", nil, "grants-less B", nil]
        #expect(findings.map { $0.1.after?.description } == expected)
    }

    // MARK: Updates

    @Test(
        "A license has a finding from 14 days before the end of its updates on",
        arguments: [
            (Span.days(14), []), (.days(14) - .seconds(1), ["updates-ending B-1"]), (.zero, ["updates-ending B-1"]),
            (.seconds(-1), ["updates-ended B-1"]), (.days(-900), ["updates-ended B-1"]),
        ]
    )
    func updates(_ until: Span, _ expected: [String]) {
        let entitlements = Entitlements(.base(updatesUntil: until))
        #expect(Self.lines(entitlements) == expected)
        #expect(entitlements.findings.allSatisfy { $0.instant == .now + until })
    }

    @Test("A license that counts has findings about its updates in every state", arguments: SlotCase.allCases)
    func updatesInEveryState(_ state: SlotCase) {
        let licenses = state.base()
            .map { base in
                License.base(
                    from: Span(seconds: base.notBefore.secondsSince1970 - LicenseInstant.now.secondsSince1970),
                    until: base.expiresAt.map {
                        Span(seconds: $0.secondsSince1970 - LicenseInstant.now.secondsSince1970)
                    },
                    updatesUntil: .seconds(-1)
                )
            }
        let entitlements = Entitlements(licenses, at: .now)
        #expect(Self.lines(entitlements) == licenses.map { _ in "updates-ended B-1" })
    }

    @Test("A license that is excluded for this build has no finding about its updates")
    func excludedUpdates() {
        let configuration = PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now))
        let entitlements = Entitlements(.base(updatesUntil: .seconds(-1)), configuration: configuration)
        #expect(Self.lines(entitlements) == ["build-not-covered B-1"])
    }

    @Test("A license can have several findings of different codes")
    func severalFindings() {
        let plus = License.plus(
            .vmware,
            issued: .days(2),
            licensee: ClaimString(literal: "another"),
            features: ["x"],
            updatesUntil: .days(1)
        )
        #expect(
            Self.lines(Entitlements(.base(bundles: [.vmware]), plus)) == [
                "grants-less P-1", "issued-in-future P-1", "licensee-differs P-1", "updates-ending P-1",
            ]
        )
    }

    @Test("A timeline has the first second of each finding about updates")
    func updatesTimeline() {
        let entitlements = Entitlements(.base(until: nil, updatesUntil: .days(30)))
        let points = Array(entitlements.timeline(from: .now, to: .now + .days(60)))
        let instants = ["2027-01-31T08:00:01Z", "2027-02-14T08:00:01Z"]
        #expect(points.map(\.instant.description) == instants)
        #expect(
            points.map { $0.changes.map(\.description) } == [
                ["finding: nothing -> updates-ending B-1"],
                ["finding: updates-ending B-1 -> nothing", "finding: nothing -> updates-ended B-1"],
            ]
        )
        #expect(entitlements.nextChange() == points.first?.instant)
        #expect(points.first.flatMap { entitlements.at($0.instant).nextChange() } == points.last?.instant)
    }
}
