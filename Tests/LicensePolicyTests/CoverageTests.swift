import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("Coverage by consecutive licenses")
struct CoverageTests {
    /// A current license that ends in 10 days.
    static let first = License.base("B-1", until: .days(10))

    /// Returns a renewal that was issued before the first license, so that it is not effective while both are current.
    static func next(_ id: LicenseID = "B-2", from: Span, until: Span?) -> License {
        .base(id, from: from, until: until, issued: .days(-200))
    }

    @Test(
        "A renewal extends the coverage unless there is a gap, even of one second",
        arguments: [
            // Starts at the end, overlaps by a second, starts a second after the end.
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

    @Test("A license that ends no later does not extend the coverage", arguments: [Span.days(10), .days(9), .days(1)])
    func shorter(_ until: Span) {
        let entitlements = Entitlements(Self.first, Self.next(from: .days(-20), until: until))
        #expect(entitlements.base.coveredUntil == .now + .days(10))
    }

    @Test("The coverage has no end if a perpetual license follows without a gap")
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
        // Starts after a gap of a second.
        next("B-5", from: .days(35) + .seconds(1), until: .days(90)),
    ]

    @Test("The coverage follows a chain up to its gap, in any order of licenses", arguments: chain.permutations)
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

    @Test("A pending license has coverage, including its renewal")
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

    @Test("The coverage of an expired slot ends with the last license that expired")
    func expired() {
        let entitlements = Entitlements(
            .base("B-1", until: .days(-5), issued: .days(-1)),
            .base("B-2", from: .days(-6), until: .days(-2), issued: .days(-50))
        )
        #expect(entitlements.base.state == .expired)
        #expect(entitlements.base.license?.id == "B-1")
        #expect(entitlements.base.coveredUntil == .now + .days(-2))
    }

    @Test("The coverage of an expired slot does not include a renewal after a gap")
    func expiredBeforeGap() {
        let entitlements = Entitlements(.base("B-1", until: .days(-5)), .base("B-2", from: .days(1), until: .days(40)))
        #expect(entitlements.base.state == .expired)
        #expect(entitlements.base.coveredUntil == .now + .days(-5))
    }

    @Test("A grace period does not extend the coverage")
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

    @Test("A plus license extends a bundled module's coverage, but not the base's")
    func bundleThenPlus() {
        let entitlements = Entitlements(
            .base("B-1", until: .days(10), bundles: [.vmware]),
            .plus(.vmware, from: .days(10), until: .days(50))
        )
        #expect(entitlements[.module(.vmware)].license?.id == "B-1")
        #expect(entitlements[.module(.vmware)].coveredUntil == .now + .days(50))
        #expect(entitlements.base.coveredUntil == .now + .days(10))
    }

    @Test("A license for another slot or only for older builds extends nothing")
    func otherSlotOrBuild() {
        let entitlements = Entitlements(
            .base("B-1", until: .days(10)),
            .plus(.vmware, until: .days(5)),
            .plus(.baremetal, id: "P-2", from: .days(5), until: .days(50)),
            Self.next("B-2", from: .days(10), until: .days(50)),
            configuration: PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now))
        )
        #expect(entitlements[.module(.vmware)].coveredUntil == .now + .days(5))
        #expect(entitlements.base.coveredUntil == .now + .days(50))
        let excluded = Entitlements(
            .base("B-1", until: .days(10)),
            .base("B-2", from: .days(10), until: .days(50), updatesUntil: .days(-1)),
            configuration: PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now))
        )
        #expect(excluded.base.coveredUntil == .now + .days(10))
    }
}
