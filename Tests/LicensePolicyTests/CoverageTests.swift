import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("Coverage by licenses that follow one another")
struct CoverageTests {
    /// A license that is in force and ends in 10 days.
    static let first = License.base("B-1", until: .days(10))

    /// A license that follows, issued before the first so that it never is the effective one while both are in force.
    static func next(_ id: LicenseID = "B-2", from: Span, until: Span?) -> License {
        .base(id, from: from, until: until, issued: .days(-200))
    }

    @Test(
        "A renewal extends the coverage where it leaves no gap, were it of one second",
        arguments: [
            // Joins exactly, overlaps, leaves one second.
            (Span.days(10), Span.days(40)), (.days(10) - .seconds(1), .days(40)),
            (.days(10) + .seconds(1), .days(10)), (.days(-5), .days(40)), (.days(11), .days(10)),
        ]
    )
    func renewal(_ start: Span, _ covered: Span) {
        let entitlements = Entitlements(Self.first, Self.next(from: start, until: .days(40)))
        #expect(entitlements.base.license?.id == "B-1")
        #expect(entitlements.base.coveredUntil == .now + covered)
        #expect(entitlements.base.licenseDaysRemaining == 10)
    }

    @Test("A license that ends no later extends nothing", arguments: [Span.days(10), .days(9), .days(1)])
    func shorter(_ until: Span) {
        let entitlements = Entitlements(Self.first, Self.next(from: .days(-20), until: until))
        #expect(entitlements.base.coveredUntil == .now + .days(10))
    }

    @Test("A perpetual license that follows leaves no end")
    func perpetualFollows() {
        let joined = Entitlements(Self.first, Self.next(from: .days(10), until: nil))
        #expect(joined.base.license?.id == "B-1")
        #expect(joined.base.coveredUntil == nil)
        let apart = Entitlements(Self.first, Self.next(from: .days(10) + .seconds(1), until: nil))
        #expect(apart.base.coveredUntil == .now + .days(10))
    }

    static let chain = [
        first,
        next("B-2", from: .days(10), until: .days(20)),
        next("B-3", from: .days(15), until: .days(30)),
        next("B-4", from: .days(30), until: .days(35)),
        // A gap of a second.
        next("B-5", from: .days(35) + .seconds(1), until: .days(90)),
    ]

    @Test("A chain is followed up to its gap, in whatever order it is given", arguments: chain.permutations)
    func chainInAnyOrder(_ licenses: [License]) {
        let base = Entitlements(licenses, at: .now).base
        #expect(base.license?.id == "B-1")
        #expect(base.coveredUntil == .now + .days(35))
    }

    @Test(
        "A short license inside a long one does not break the chain",
        arguments: [
            first,
            next("B-2", from: .days(5), until: .days(50)),
            next("B-3", from: .days(6), until: .days(7)),
            next("B-4", from: .days(50), until: .days(60)),
        ]
        .permutations
    )
    func nested(_ licenses: [License]) {
        #expect(Entitlements(licenses, at: .now).base.coveredUntil == .now + .days(60))
    }

    @Test("A license that starts in the future has its coverage too")
    func pending() {
        let entitlements = Entitlements(
            .base("B-1", from: .days(5), until: .days(10), issued: .days(-1)),
            .base("B-2", from: .days(10), until: .days(20), issued: .days(-2))
        )
        #expect(entitlements.base.state == .pending)
        #expect(entitlements.base.license?.id == "B-1")
        #expect(entitlements.base.coveredUntil == .now + .days(20))
        #expect(entitlements.base.licenseDaysRemaining == 10)
    }

    @Test("An expired license's coverage reaches to the end of the last one that expired")
    func expired() {
        let entitlements = Entitlements(
            .base("B-1", until: .days(-5), issued: .days(-1)),
            .base("B-2", from: .days(-6), until: .days(-2), issued: .days(-50))
        )
        #expect(entitlements.base.state == .expired)
        #expect(entitlements.base.license?.id == "B-1")
        #expect(entitlements.base.coveredUntil == .now + .days(-2))
    }

    @Test("An expired license's coverage ends before a renewal that starts too late")
    func expiredBeforeGap() {
        let entitlements = Entitlements(.base("B-1", until: .days(-5)), .base("B-2", from: .days(1), until: .days(40)))
        #expect(entitlements.base.state == .expired)
        #expect(entitlements.base.coveredUntil == .now + .days(-5))
    }

    @Test("Grace does not extend the coverage")
    func grace() {
        let entitlements = Entitlements(.base("B-1", until: .days(-3), issued: .days(-1), graceDays: 10))
        #expect(entitlements.base.state == .grace)
        #expect(entitlements.base.coveredUntil == .now + .days(-3))
        let early = Entitlements(
            .base("B-1", until: .days(3), graceDays: 10),
            .base("B-2", from: .days(5), until: .days(50))
        )
        #expect(early.base.coveredUntil == .now + .days(3))
    }

    @Test("A bundle and a plus license cover a module together, and the base stays alone")
    func bundleThenPlus() {
        let entitlements = Entitlements(
            .base("B-1", until: .days(10), bundles: [.vmware]),
            .plus(.vmware, from: .days(10), until: .days(50))
        )
        #expect(entitlements[.module(.vmware)].license?.id == "B-1")
        #expect(entitlements[.module(.vmware)].coveredUntil == .now + .days(50))
        #expect(entitlements.base.coveredUntil == .now + .days(10))
    }

    @Test("A license of another slot, or for older builds alone, extends nothing")
    func elsewhere() {
        let entitlements = Entitlements(
            .base("B-1", until: .days(10)),
            .plus(.vmware, until: .days(5)),
            .plus(.baremetal, id: "P-2", from: .days(5), until: .days(50)),
            Self.next("B-2", from: .days(10), until: .days(50)),
            configuration: PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now))
        )
        #expect(entitlements[.module(.vmware)].coveredUntil == .now + .days(5))
        #expect(entitlements.base.coveredUntil == .now + .days(50))
        let leftOut = Entitlements(
            .base("B-1", until: .days(10)),
            .base("B-2", from: .days(10), until: .days(50), updatesUntil: .days(-1)),
            configuration: PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now))
        )
        #expect(leftOut.base.coveredUntil == .now + .days(10))
    }
}
