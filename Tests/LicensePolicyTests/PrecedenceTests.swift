import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("The effective license of a slot")
struct PrecedenceTests {
    /// Licenses of which one is effective by a rule, although all later rules prefer the others.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let slot: LicenseSlot
        let winner: LicenseID
        let winnerIssuer: ClaimString
        let licenses: [License]

        init(_ rule: String, in slot: LicenseSlot, _ winner: License, before others: License...) {
            self.testDescription = rule
            self.slot = slot
            self.winner = winner.id
            self.winnerIssuer = winner.issuer
            self.licenses = [winner] + others
        }
    }

    static let vmware = LicenseSlot.module(.vmware)

    static let cases: [Case] = [
        Case(
            "current before grace period, expired and pending",
            in: vmware,
            .base("Z", issued: .days(-300), bundles: [.vmware]),
            before: .plus(.vmware, id: "A", until: .days(-1), issued: .days(-1), sequence: 9, graceDays: 30),
            .plus(.vmware, id: "B", until: .days(-1), issued: .days(-1), sequence: 9),
            .plus(.vmware, id: "C", from: .days(1), issued: .days(-1), sequence: 9)
        ),
        Case(
            "grace period before expired and pending",
            in: vmware,
            .base("Z", until: .days(-1), issued: .days(-300), bundles: [.vmware], graceDays: 30),
            before: .plus(.vmware, id: "B", until: .days(-1), issued: .days(-1), sequence: 9),
            .plus(.vmware, id: "C", from: .days(1), issued: .days(-1), sequence: 9)
        ),
        Case(
            "expired before pending",
            in: vmware,
            .base("Z", until: .days(-1), issued: .days(-300), bundles: [.vmware]),
            before: .plus(.vmware, id: "C", from: .days(1), issued: .days(-1), sequence: 9)
        ),
        Case(
            "current before expired and pending, in the base slot",
            in: .base,
            .base("Z", issued: .days(-300)),
            before: .base("A", until: .zero, issued: .days(-1), sequence: 9),
            .base("B", from: .seconds(1), issued: .days(-1), sequence: 9)
        ),
        Case(
            "a plus license before a bundle",
            in: vmware,
            .plus(.vmware, id: "Z", issued: .days(-300)),
            before: .base("A", issued: .days(-1), bundles: [.vmware], sequence: 9),
            .base("B", issued: .days(-2), bundles: [.vmware], sequence: 8)
        ),
        Case(
            "the latest iat",
            in: .base,
            .base("Z", issued: .days(-1), issuer: ClaimString(literal: "z")),
            before: .base("A", issued: .days(-1) - .seconds(1), issuer: ClaimString(literal: "a"), sequence: 9),
            .base("B", issued: .days(-2), issuer: ClaimString(literal: "a"), sequence: 10)
        ),
        Case(
            "the highest sequence",
            in: .base,
            .base("Z", sequence: 10),
            before: .base("A", sequence: 9),
            .base("B", sequence: 0),
            .base("C", sequence: nil)
        ),
        Case("a sequence of 0 before none", in: .base, .base("Z", sequence: 0), before: .base("A"), .base("B")),
        Case(
            "the maximum sequence",
            in: .base,
            .base("Z", sequence: 9_007_199_254_740_991),
            before: .base("A", sequence: 9_007_199_254_740_990)
        ),
        Case(
            "the smallest jti, by bytes",
            in: .base,
            .base("10", issuer: ClaimString(literal: "z")),
            before: .base("9", issuer: ClaimString(literal: "a")),
            .base("a", issuer: ClaimString(literal: "a")),
            .base("A", issuer: ClaimString(literal: "a")),
            .base("100", issuer: ClaimString(literal: "a"))
        ),
        Case(
            "the smallest iss, by bytes",
            in: .base,
            .base("A", issuer: ClaimString(literal: "Z")),
            before: .base("A", issuer: ClaimString(literal: "a")),
            .base("A", issuer: ClaimString(literal: "e\u{301}")),
            .base("A", issuer: ClaimString(literal: "\u{E9}")),
            .base("A", issuer: ClaimString(literal: "Za"))
        ),
        Case(
            "the decomposed letter before the composed one",
            in: .base,
            .base("A", issuer: ClaimString(literal: "e\u{301}")),
            before: .base("A", issuer: ClaimString(literal: "\u{E9}"))
        ),
    ]

    @Test("The first rule that distinguishes the licenses decides, whatever their order", arguments: cases)
    func effective(_ test: Case) {
        for licenses in test.licenses.permutations {
            let license = Entitlements(licenses, at: .now)[test.slot].license
            #expect(license?.id == test.winner)
            #expect(license?.issuer == test.winnerIssuer)
        }
    }

    @Test("Each license is effective once those with precedence are removed")
    func succession() {
        let ranked: [License] = [
            .plus(.vmware, id: "G", issued: .days(-90)),
            .base("B", issued: .days(-2), bundles: [.vmware]),
            .base("A", issued: .days(-3), bundles: [.vmware], sequence: 7),
            .base("F", until: .days(-1), issued: .days(-1), bundles: [.vmware], graceDays: 9),
            .plus(.vmware, id: "C", until: .days(-1), issued: .days(-40)),
            .plus(.vmware, id: "D", from: .days(1), issued: .days(-1)),
        ]
        let expected: [LicenseID] = ["G", "B", "A", "F", "C", "D"]
        for first in ranked.indices {
            for licenses in ranked[first...].reversed().permutations {
                #expect(Entitlements(licenses, at: .now)[Self.vmware].license?.id == expected[first])
            }
        }
    }

    @Test("The effective license changes as terms start and end")
    func overTime() {
        let licenses: [License] = [
            .base("B-1", from: .days(-10), until: .days(10)),
            .base("B-2", from: .days(5), until: .days(20), issued: .days(-1)),
        ]
        let ids = [-20, -10, 4, 5, 10, 19, 20].map { Entitlements(licenses, at: .now + .days($0)).base.license?.id }
        #expect(ids == ["B-2", "B-1", "B-1", "B-2", "B-2", "B-2", "B-2"])
    }
}
